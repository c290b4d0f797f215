using System.Collections.Concurrent;
using System.Diagnostics;

namespace Holdfast.Bench;

/// <summary>
/// From start to result of a workflow with one activity, while other runs load the engine with half of what it can do. All arrivals are open-loop, and the clock
/// of each begins when it was due.
/// </summary>
internal static class ResponseUnderLoad
{
    private const double TailBarMilliseconds = 20;
    private const double ProbesPerSecond = 200;
    private const int LoadSeed = 1;
    private const int ProbeSeed = 2;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CoreSettings settings, double activitiesPerSecond)
    {
        var duration = TimeSpan.FromSeconds(settings.Count(full: 20, quick: 5));
        using var host = await BenchHost.StartAsync(settings.EmptyFolder("response"));
        var client = BenchHost.ClientOf(host);
        await Throughput.RunManyAsync(client, settings.Count(full: 50_000, quick: 15_000)); // what is compiled later would stand in the figures
        await LoadAsync(client, activitiesPerSecond, WarmUp, []);
        ConcurrentBag<double> milliseconds = [];
        var (countBefore, pausedBefore) = (StepActivities.Count, GC.GetTotalPauseDuration());
        var started = Stopwatch.GetTimestamp();
        await LoadAsync(client, activitiesPerSecond, duration, milliseconds);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var achieved = (StepActivities.Count - countBefore) / seconds;
        var paused = (GC.GetTotalPauseDuration() - pausedBefore).TotalMilliseconds / seconds;
        await host.StopAsync();
        return
        [
            Figure.Reported("load while responses are measured", achieved, "activities/s"),
            Figure.Reported("pauses of the collector meanwhile", paused, "ms/s"),
            Figure.Reported("one-activity workflow, start to result, p50", Percentile.Of(milliseconds, 50), "ms"),
            Figure.AtMost("one-activity workflow, start to result, p99", Percentile.Of(milliseconds, 99), "ms", TailBarMilliseconds),
        ];
    }

    private static Task LoadAsync(IHoldfastClient client, double activitiesPerSecond, TimeSpan duration, ConcurrentBag<double> milliseconds) => Task.WhenAll(
        Task.Run(() => OpenLoop.RunAsync(activitiesPerSecond / Throughput.ActivitiesPerRun, duration, LoadSeed, _ => ExecuteAsync(client, Throughput.ActivitiesPerRun))),
        Task.Run(() => OpenLoop.RunAsync(ProbesPerSecond, duration, ProbeSeed, async due =>
        {
            await ExecuteAsync(client, activities: 1);
            milliseconds.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
        })));

    private static async Task ExecuteAsync(IHoldfastClient client, int activities)
    {
        var reached = await client.ExecuteWorkflowAsync((SequenceWorkflow w) => w.RunAsync(activities));
        Check.That(reached == activities, $"a run of {activities} activities gave {reached}");
    }
}
