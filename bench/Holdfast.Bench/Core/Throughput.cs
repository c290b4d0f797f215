using System.Diagnostics;

namespace Holdfast.Bench;

/// <summary>Many runs in flight, each a short sequence of activities: durable activities a second, and what one costs.</summary>
internal static class Throughput
{
    public const int ActivitiesPerRun = 10;
    private const double ActivitiesBar = 100_000;
    private const int RunsInFlight = 2_000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CoreSettings settings)
    {
        var runs = settings.Count(full: 100_000, quick: 30_000);
        using var host = await BenchHost.StartAsync(settings.EmptyFolder("throughput"));
        var client = BenchHost.ClientOf(host);
        await RunManyAsync(client, runs / 2);
        var (allocatedBefore, countBefore, processorBefore) = (GC.GetTotalAllocatedBytes(), StepActivities.Count, Environment.CpuUsage.TotalTime);
        var collectionsBefore = GC.CollectionCount(0);
        var started = Stopwatch.GetTimestamp();
        await RunManyAsync(client, runs);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var activities = StepActivities.Count - countBefore;
        var processor = Environment.CpuUsage.TotalTime - processorBefore;
        var allocated = GC.GetTotalAllocatedBytes() - allocatedBefore;
        await host.StopAsync();
        Check.That(activities == (long)runs * ActivitiesPerRun, $"{runs} runs of {ActivitiesPerRun} activities made {activities} attempts");
        return
        [
            Figure.AtLeast($"durable activities, {RunsInFlight} runs in flight of {ActivitiesPerRun} each", activities / seconds, "activities/s", ActivitiesBar),
            Figure.Reported("workflows from start to result", runs / seconds, "workflows/s"),
            Figure.Reported("processor time", processor.TotalMicroseconds / activities, "us/activity"),
            Figure.Reported("garbage collections", (GC.CollectionCount(0) - collectionsBefore) / seconds, "collections/s"),
            Figure.Reported("allocated", (double)allocated / activities, "bytes/activity"),
        ];
    }

    /// <summary>Has so many runs done, with always as many in flight.</summary>
    public static async Task RunManyAsync(IHoldfastClient client, int runs)
    {
        var left = runs;
        await Task.WhenAll(Enumerable.Range(0, RunsInFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var reached = await client.ExecuteWorkflowAsync((SequenceWorkflow w) => w.RunAsync(ActivitiesPerRun));
                Check.That(reached == ActivitiesPerRun, $"a run of {ActivitiesPerRun} activities gave {reached}");
            }
        })));
    }
}
