using System.Diagnostics;

namespace Holdfast.Bench;

/// <summary>Activities that do nothing, so that the engine is what is measured.</summary>
internal static class StepActivities
{
    private static long s_count;

    /// <summary>Attempts so far.</summary>
    public static long Count => Volatile.Read(ref s_count);

    /// <summary>When set, the time of every attempt is noted here.</summary>
    public static List<long>? Timestamps { get; set; }

    [Activity]
    public static Task<int> StepAsync(int number)
    {
        Interlocked.Increment(ref s_count);
        Timestamps?.Add(Stopwatch.GetTimestamp());
        return Task.FromResult(number + 1);
    }
}
