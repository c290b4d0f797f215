using System.Diagnostics;

namespace Holdfast.Bench;

/// <summary>
/// One run, one activity after the other, against the disk's own flush: rounds of steps alternate with rounds of raw flushes on the same disk, so that both
/// see the same weather.
/// </summary>
internal static class SequentialLatency
{
    private const double MedianBar = 1.5;
    private const double TailBar = 3;
    private const int Rounds = 10;
    private const int WarmUpRuns = 10;
    private const int WarmUpActivities = 1_000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CoreSettings settings)
    {
        var activities = settings.Count(full: 1_000, quick: 400);
        using var host = await BenchHost.StartAsync(settings.EmptyFolder("latency"));
        var client = BenchHost.ClientOf(host);
        using RawFlush raw = new(Path.Combine(settings.Folder, "raw"));
        for (var warmUp = 0; warmUp < WarmUpRuns; warmUp++)
        {
            await client.ExecuteWorkflowAsync((SequenceWorkflow w) => w.RunAsync(WarmUpActivities));
        }

        List<double> flushes = [];
        List<double> steps = [];
        for (var round = 0; round < Rounds; round++)
        {
            flushes.AddRange(Enumerable.Range(0, activities).Select(_ => raw.MeasureMicroseconds()));
            steps.AddRange(await StepsAsync(client, activities));
        }

        await host.StopAsync();
        return Figures(flushes, steps);
    }

    /// <summary>The times between the activities of one run, in microseconds, in order.</summary>
    public static async Task<IEnumerable<double>> StepsAsync(IHoldfastClient client, int activities)
    {
        StepActivities.Timestamps = new List<long>(activities);
        var reached = await client.ExecuteWorkflowAsync((SequenceWorkflow w) => w.RunAsync(activities));
        var times = StepActivities.Timestamps;
        StepActivities.Timestamps = null;
        Check.That(reached == activities && times.Count == activities, $"a run of {activities} activities made {times.Count} attempts and gave {reached}");
        return times.Zip(times.Skip(1), static (a, b) => Stopwatch.GetElapsedTime(a, b).TotalMicroseconds);
    }

    private static IReadOnlyList<Figure> Figures(List<double> flushes, List<double> steps)
    {
        var (flush, step, tail) = (Percentile.Of(flushes, 50), Percentile.Of(steps, 50), Percentile.Of(steps, 99));
        return
        [
            Figure.Reported("raw flush p50", flush, "us"),
            Figure.Reported("raw flush p99", Percentile.Of(flushes, 99), "us"),
            Figure.Reported("sequential activity p50", step, "us"),
            Figure.Reported("sequential activity p99", tail, "us"),
            Figure.AtMost("sequential activity p50 / raw flush p50", step / flush, "ratio", MedianBar),
            Figure.AtMost("sequential activity p99 / raw flush p50", tail / flush, "ratio", TailBar),
        ];
    }
}
