using System.Diagnostics;
using Holdfast.Runtime;

namespace Holdfast.Bench;

/// <summary>Puts many runs to sleep, measures the process, wakes some by signal, and lets others come due together.</summary>
internal static class SleepingChild
{
    private const int StartsAtATime = 1_000;
    private const int Wakes = 500;
    private const int Seed = 3;
    private static readonly TimeSpan LongSleep = TimeSpan.FromDays(30);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Enough, on a machine that does nothing else, for the runs with timers to be started, settled and gone from memory.</summary>
    private static readonly TimeSpan UntilTimers = TimeSpan.FromSeconds(20);

    /// <summary>A timer that has not fired by then is lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task RunAsync(string folder, int runs, int timers)
    {
        await using var bench = await BenchEngine.StartAsync(folder, new EngineOptions());
        var started = Stopwatch.GetTimestamp();
        await StartAsync(bench.Client, 0, runs - timers, TimeProvider.System.GetUtcNow() + LongSleep);
        var wakeTime = TimeProvider.System.GetUtcNow() + UntilTimers;
        await StartAsync(bench.Client, runs - timers, timers, wakeTime);
        var startSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await AllAsleepAsync(bench.Engine);
        var settleSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds - startSeconds;
        var resident = Environment.WorkingSet;
        var highest = HighestWorkingSet();
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        var fired = await FiredAsync(timers, wakeTime);
        var wakes = await WakeSomeAsync(bench.Client, runs - timers);
        ChildProcess.Answer(new SleepingFigures(
            startSeconds, settleSeconds, highest, resident, managed, Percentile.Of(wakes, 50), Percentile.Of(wakes, 99), wakes.Max(), fired.Count, fired.Max()));
    }

    private static long HighestWorkingSet()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    private static string IdOf(int number) => $"sleeper-{number}";

    private static async Task StartAsync(IHoldfastClient client, int first, int count, DateTimeOffset wakeTime)
    {
        var next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, StartsAtATime).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < first + count)
            {
                await client.StartWorkflowAsync((SleeperWorkflow w) => w.RunAsync(number, wakeTime), new WorkflowOptions { Id = IdOf(number) });
            }
        })));
    }

    private static async Task AllAsleepAsync(HoldfastEngine engine)
    {
        while (engine.RunsInMemory > 0)
        {
            await Task.Delay(Poll);
        }
    }

    private static async Task<IReadOnlyCollection<double>> FiredAsync(int timers, DateTimeOffset wakeTime)
    {
        var giveUpTime = wakeTime + Patience;
        while (WakeActivities.MillisecondsLate.Count < timers && TimeProvider.System.GetUtcNow() < giveUpTime)
        {
            await Task.Delay(Poll);
        }

        return WakeActivities.MillisecondsLate;
    }

    /// <summary>Wakes runs one after the other; milliseconds from the signal to the run's next activity.</summary>
    private static async Task<List<double>> WakeSomeAsync(IHoldfastClient client, int sleepers)
    {
        Random random = new(Seed);
        List<double> milliseconds = [];
        foreach (var number in Enumerable.Range(0, Wakes).Select(_ => random.Next(sleepers)).Distinct())
        {
            var awake = WakeActivities.WhenAwakeAsync(number);
            var sent = Stopwatch.GetTimestamp();
            await client.GetWorkflowHandle<SleeperWorkflow>(IdOf(number)).SignalAsync(w => w.Wake());
            milliseconds.Add(Stopwatch.GetElapsedTime(sent, await awake).TotalMilliseconds);
        }

        return milliseconds;
    }
}
