using System.Collections.Concurrent;

namespace Holdfast.Reliability;

/// <summary>Code that is mended after it has failed once: each name fails at its first use.</summary>
internal static class BrokenCode
{
    private static readonly ConcurrentDictionary<string, bool> Failed = new(StringComparer.Ordinal);

    public static void FailOnce(string name)
    {
        if (Failed.TryAdd(name, true))
        {
            throw new InvalidOperationException($"The code of {name} is not mended yet.");
        }
    }
}
