using System.Collections.Concurrent;

namespace Holdfast.Reliability;

/// <summary>Code that is mended after it has failed once: each name fails at its first use.</summary>
internal static class BrokenCode
{
    private static readonly ConcurrentDictionary<string, bool> Failed = new(StringComparer.Ordinal);

    public static void FailOnce(string name)
    {
#pragma warning disable HOLD0113 // Code that differs from run to run is what is wanted here: it plays a workflow whose code is mended and deployed again.
        if (Failed.TryAdd(name, true))
#pragma warning restore HOLD0113
        {
            throw new InvalidOperationException($"The code of {name} is not mended yet.");
        }
    }
}
