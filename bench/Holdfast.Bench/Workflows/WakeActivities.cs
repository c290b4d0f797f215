using System.Collections.Concurrent;
using System.Diagnostics;

namespace Holdfast.Bench;

/// <summary>Notes when sleepers are awake.</summary>
internal static class WakeActivities
{
    private static readonly ConcurrentDictionary<int, TaskCompletionSource<long>> Awaited = new();
    private static readonly ConcurrentBag<double> Delays = [];

    /// <summary>Of each sleeper that nobody awaited, how much later than its time it was awake.</summary>
    public static IReadOnlyCollection<double> MillisecondsLate => Delays;

    /// <summary>The timestamp at which a sleeper will be awake.</summary>
    public static Task<long> WhenAwakeAsync(int number) => Awaited.GetOrAdd(number, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    [Activity]
    public static Task<int> AwakeAsync(int number, DateTimeOffset wakeTime)
    {
        if (Awaited.TryGetValue(number, out var awaited))
        {
            awaited.TrySetResult(Stopwatch.GetTimestamp());
        }
        else
        {
            Delays.Add((TimeProvider.System.GetUtcNow() - wakeTime).TotalMilliseconds);
        }

        return Task.FromResult(number);
    }
}
