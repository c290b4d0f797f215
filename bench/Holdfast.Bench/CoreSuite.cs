using System.Diagnostics;

namespace Holdfast.Bench;

/// <summary>The engine's own speed, flushes on: the latency of one sequential activity against the disk's flush, and the throughput of many runs.</summary>
internal sealed class CoreSuite(string folder, bool quick)
{
    private const double LatencyBar = 1.5;
    private const double ThroughputBar = 60_000;
    private const int ActivitiesPerRun = 10;
    private const int WarmUpRuns = 10;

    public async Task<IReadOnlyList<Figure>> RunAsync() => [.. await LatencyAsync(), .. await ThroughputAsync()];

    /// <summary>Rounds of sequential activities alternate with rounds of raw flushes on the same disk, so that both see the same weather.</summary>
    private async Task<IReadOnlyList<Figure>> LatencyAsync()
    {
        var (rounds, activities) = quick ? (10, 400) : (10, 1_000);
        using var host = await BenchHost.StartAsync(Path.Combine(folder, "latency"));
        var client = BenchHost.ClientOf(host);
        using RawFlush raw = new(Path.Combine(folder, "raw"));
        for (var warmUp = 0; warmUp < WarmUpRuns; warmUp++)
        {
            await client.ExecuteWorkflowAsync((SequenceWorkflow w) => w.RunAsync(1_000));
        }

        List<double> flushes = [];
        List<double> steps = [];
        for (var round = 0; round < rounds; round++)
        {
            flushes.AddRange(Enumerable.Range(0, activities).Select(_ => raw.MeasureMicroseconds()));
            StepActivities.Timestamps = new List<long>(activities);
            await client.ExecuteWorkflowAsync((SequenceWorkflow w) => w.RunAsync(activities));
            var times = StepActivities.Timestamps;
            StepActivities.Timestamps = null;
            steps.AddRange(times.Zip(times.Skip(1), static (a, b) => Stopwatch.GetElapsedTime(a, b).TotalMicroseconds));
        }

        await host.StopAsync();
        var (flush, step) = (Percentile.Of(flushes, 50), Percentile.Of(steps, 50));
        return
        [
            Figure.Reported("raw flush p50", flush, "us"),
            Figure.Reported("raw flush p99", Percentile.Of(flushes, 99), "us"),
            Figure.Reported("sequential activity p50", step, "us"),
            Figure.Reported("sequential activity p99", Percentile.Of(steps, 99), "us"),
            Figure.AtMost("sequential activity p50 / raw flush p50", step / flush, "ratio", LatencyBar),
        ];
    }

    private async Task<IReadOnlyList<Figure>> ThroughputAsync()
    {
        var (runs, inFlight) = quick ? (20_000, 2_000) : (100_000, 2_000);
        using var host = await BenchHost.StartAsync(Path.Combine(folder, "throughput"));
        var client = BenchHost.ClientOf(host);
        await RunManyAsync(client, runs / 2, inFlight);
        var (allocatedBefore, countBefore, processorBefore) = (GC.GetTotalAllocatedBytes(), StepActivities.Count, Environment.CpuUsage.TotalTime);
        var collectionsBefore = GC.CollectionCount(0);
        var started = Stopwatch.GetTimestamp();
        await RunManyAsync(client, runs, inFlight);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var activities = StepActivities.Count - countBefore;
        var processor = Environment.CpuUsage.TotalTime - processorBefore;
        var allocated = GC.GetTotalAllocatedBytes() - allocatedBefore;
        await host.StopAsync();
        return
        [
            Figure.AtLeast($"durable activities, {inFlight} runs in flight of {ActivitiesPerRun} each", activities / seconds, "activities/s", ThroughputBar),
            Figure.Reported("workflows from start to result", runs / seconds, "workflows/s"),
            Figure.Reported("processor time", processor.TotalMicroseconds / activities, "us/activity"),
            Figure.Reported("garbage collections", (GC.CollectionCount(0) - collectionsBefore) / seconds, "collections/s"),
            Figure.Reported("allocated", (double)allocated / activities, "bytes/activity"),
        ];
    }

    private static async Task RunManyAsync(IHoldfastClient client, int runs, int inFlight)
    {
        var left = runs;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await client.ExecuteWorkflowAsync((SequenceWorkflow w) => w.RunAsync(ActivitiesPerRun));
            }
        })));
    }
}
