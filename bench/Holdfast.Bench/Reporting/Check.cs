namespace Holdfast.Bench;

/// <summary>What must be true whatever the machine's speed. A benchmark that measures wrong work must not give figures.</summary>
internal static class Check
{
    public static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The benchmark is broken: {otherwise}.");
        }
    }
}
