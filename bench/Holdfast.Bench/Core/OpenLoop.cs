using System.Diagnostics;

namespace Holdfast.Bench;

/// <summary>Brings work at random times of a fixed rate, whether or not earlier work has ended: what waits is not left out of the measurement.</summary>
internal static class OpenLoop
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// Calls <paramref name="arrive"/> with the time at which each arrival was due, until the duration is over, and waits for all of them. The calls are made on a
    /// thread that does nothing else: on the thread pool they would wait for the threads that the engine keeps busy, which whoever comes from outside does not.
    /// </summary>
    /// <param name="perSecond">Arrivals a second, on average; the gaps are exponential.</param>
    /// <param name="duration">How long work is brought.</param>
    /// <param name="seed">Of the gaps.</param>
    /// <param name="arrive">Does the work; given the timestamp at which it was due.</param>
    public static async Task RunAsync(double perSecond, TimeSpan duration, int seed, Func<long, Task> arrive) =>
        await await Task.Factory.StartNew(() => Bring(perSecond, duration, seed, arrive), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Task Bring(double perSecond, TimeSpan duration, int seed, Func<long, Task> arrive)
    {
        Random random = new(seed);
        List<Task> underWay = [];
        var (start, due) = (Stopwatch.GetTimestamp(), 0.0);
        while (due < duration.TotalSeconds)
        {
            var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
            for (; due <= elapsed && due < duration.TotalSeconds; due -= Math.Log(1 - random.NextDouble()) / perSecond)
            {
                underWay.Add(arrive(start + (long)(due * Stopwatch.Frequency)));
            }

            underWay.RemoveAll(static t => t.IsCompletedSuccessfully);
            Thread.Sleep(Poll);
        }

        return Task.WhenAll(underWay);
    }
}
