using System.Diagnostics;
using Holdfast.Protocol;
using Holdfast.Runtime;

namespace Holdfast.Bench;

/// <summary>
/// A run with a history near the limit is reset while another run of the same owner makes one step after the other: how long the reset takes, and how long the other
/// waits for a step meanwhile, against how long it does while nothing else goes on. The time counts until the new run, replayed, has ended. Once the history is
/// activities, which are copied, and once signals, which are carried over.
/// </summary>
internal static class LargeReset
{
    private const double BarMilliseconds = 100;
    private const int Texts = 7_500;
    private const int CharactersEach = 6_000;
    private const int Signals = 10_000;
    private const int SignalsAtATime = 500;
    private const int SignalCharacters = 4_000;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CoreSettings settings)
    {
        using var host = await BenchHost.StartAsync(settings.EmptyFolder("reset"), Unlimited);
        var client = BenchHost.ClientOf(host);
        List<Figure> figures = [];
        foreach (var (texts, signals, name) in new[] { (Texts, 0, "copied"), (1, Signals, "carried over") })
        {
            List<Round> rounds = [];
            for (var round = 0; round <= settings.Count(full: 5, quick: 2); round++)
            {
                rounds.Add(await RoundAsync(client, texts, signals));
            }

            figures.AddRange(Figures(name, rounds[1..])); // the first is the compiler's
        }

        await host.StopAsync();
        return figures;
    }

    private static EngineOptions Unlimited(EngineOptions options)
    {
        const int Never = int.MaxValue;
        return options with
        {
            Owners = 1,
            Limits = options.Limits with { HistoryEvents = Never, HistoryBytes = Never, HistoryEventsWarning = Never, HistoryBytesWarning = Never, StepBytesWarning = Never, Signals = Never },
        };
    }

    private static async Task<Round> RoundAsync(IHoldfastClient client, int texts, int signals)
    {
        var run = await LargeRunAsync(client, texts, signals);
        var megabytes = (await run.DescribeAsync()).Info.HistorySizeBytes / 1e6;
        List<long> steps = new(1 << 17);
        StepActivities.Timestamps = steps;
        var other = await client.StartWorkflowAsync((SequenceWorkflow w) => w.RunAsync(int.MaxValue));
        await Task.Delay(Quiet);
        var begun = Stopwatch.GetTimestamp();
        var again = await run.ResetAsync(new WorkflowResetOptions { Target = signals == 0 ? ResetTarget.LastWorkflowTask : ResetTarget.FirstWorkflowTask });
        var reset = Stopwatch.GetTimestamp();
        await again.SignalAsync(nameof(LargeHistoryWorkflow.Release), []);
        var told = await again.ResultAsync<long>();
        var ended = Stopwatch.GetTimestamp();
        await other.TerminateAsync("measured");
        StepActivities.Timestamps = null;
        Check.That(told == signals * SignalCharacters, $"the run that came of the reset was told {told} characters instead of {signals * SignalCharacters}");
        return new Round(megabytes, Milliseconds(begun, reset), Milliseconds(begun, ended), Gaps(steps, steps[0], begun), Gaps(steps, begun, ended));
    }

    /// <summary>The signals come while the run is paused, so that it has no workflow task for each.</summary>
    private static async Task<WorkflowHandle> LargeRunAsync(IHoldfastClient client, int texts, int signals)
    {
        var large = LargeHistoryActivities.NextLarge();
        var run = await client.StartWorkflowAsync((LargeHistoryWorkflow w) => w.RunAsync(texts, CharactersEach));
        await large;
        if (signals > 0)
        {
            await run.PauseAsync();
            foreach (var group in Enumerable.Repeat(new string('x', SignalCharacters), signals).Chunk(SignalsAtATime))
            {
                await Task.WhenAll(group.Select(text => run.SignalAsync(nameof(LargeHistoryWorkflow.Tell), [text])));
            }

            await run.UnpauseAsync();
        }

        return run;
    }

    /// <summary>Times between the steps that ended in a time, in milliseconds.</summary>
    private static IReadOnlyList<double> Gaps(List<long> steps, long from, long to) =>
        [.. steps.Zip(steps.Skip(1)).Where(s => s.Second > from && s.First < to).Select(static s => Milliseconds(s.First, s.Second))];

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    private static IReadOnlyList<Figure> Figures(string name, IReadOnlyList<Round> rounds)
    {
        var (quiet, during) = (Percentile.Of(rounds.SelectMany(static r => r.Quiet), 99), Percentile.Of(rounds.SelectMany(static r => r.During), 99));
        var (quietLongest, longest) = (Percentile.Of(rounds.Select(static r => r.Quiet.Max()), 50), Percentile.Of(rounds.Select(static r => r.During.Max()), 50));
        return
        [
            Figure.Reported($"{name}: history of the run that is reset", rounds[0].Megabytes, "MB"),
            Figure.Reported($"{name}: reset, median", Percentile.Of(rounds.Select(static r => r.ResetMilliseconds), 50), "ms"),
            Figure.Reported($"{name}: reset, and the new run to its end, median", Percentile.Of(rounds.Select(static r => r.TotalMilliseconds), 50), "ms"),
            Figure.Reported($"{name}: step of another run before, p99", quiet, "ms"),
            Figure.Reported($"{name}: step of another run meanwhile, p99", during, "ms"),
            Figure.Reported($"{name}: step of another run meanwhile / before, p99", during / quiet, "ratio"),
            Figure.Reported($"{name}: longest step of another run before, median of rounds", quietLongest, "ms"),
            Figure.AtMost($"{name}: longest step of another run meanwhile, median of rounds", longest, "ms", BarMilliseconds),
            Figure.Reported($"{name}: longest step of another run meanwhile / before", longest / quietLongest, "ratio"),
            Figure.Reported($"{name}: longest step of another run meanwhile, worst round", rounds.Max(static r => r.During.Max()), "ms"),
        ];
    }

    private sealed record Round(double Megabytes, double ResetMilliseconds, double TotalMilliseconds, IReadOnlyList<double> Quiet, IReadOnlyList<double> During);
}
