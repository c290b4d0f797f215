namespace Holdfast.Bench;

/// <summary>What an activity costs late in a run against early in it: median times of the first and the last thousand of 10,000, in the same runs.</summary>
internal static class LongHistory
{
    private const double Bar = 1.2;
    private const int Activities = 10_000;
    private const int First = 10;
    private const int Sampled = 1_000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CoreSettings settings)
    {
        var runs = settings.Count(full: 5, quick: 2);
        using var host = await BenchHost.StartAsync(settings.EmptyFolder("history"), LongEnough);
        var client = BenchHost.ClientOf(host);
        await SequentialLatency.StepsAsync(client, Activities);
        List<double> early = [];
        List<double> late = [];
        for (var run = 0; run < runs; run++)
        {
            List<double> steps = [.. await SequentialLatency.StepsAsync(client, Activities)];
            early.AddRange(steps.Skip(First).Take(Sampled));
            late.AddRange(steps.TakeLast(Sampled));
        }

        await host.StopAsync();
        var (earlyMedian, lateMedian) = (Percentile.Of(early, 50), Percentile.Of(late, 50));
        return
        [
            Figure.Reported($"activities {First} to {First + Sampled} of a run, p50", earlyMedian, "us"),
            Figure.Reported($"last {Sampled} of {Activities} activities of a run, p50", lateMedian, "us"),
            Figure.AtMost("10,000th activity / 10th", lateMedian / earlyMedian, "ratio", Bar),
        ];
    }

    /// <summary>10,000 activities are about 60,000 events, more than a run may have by default.</summary>
    private static Runtime.EngineOptions LongEnough(Runtime.EngineOptions options) =>
        options with { Limits = options.Limits with { HistoryEvents = 100_000 } };
}
