using System.Diagnostics;

namespace Holdfast.Bench;

/// <summary>Activities that do nothing, so that the engine is what is measured.</summary>
internal static class StepActivities
{
    private static long Attempts;

    /// <summary>Attempts so far.</summary>
    public static long Count => Volatile.Read(ref Attempts);

    /// <summary>When set, the time of every attempt is noted here.</summary>
    public static List<long>? Timestamps { get; set; }

    [Activity]
    public static Task<int> StepAsync(int number)
    {
        Interlocked.Increment(ref Attempts);
        Timestamps?.Add(Stopwatch.GetTimestamp());
        return Task.FromResult(number + 1);
    }
}
