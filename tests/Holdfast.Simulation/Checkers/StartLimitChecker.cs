using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Checks from their histories that runs whose starts are limited were never too many at a time, and that those that gave way to others ended as they must.</summary>
internal static class StartLimitChecker
{
    /// <summary>What is wrong with runs that are counted together.</summary>
    public static IEnumerable<string> CheckAtATime(IEnumerable<RunHistory> runs, int most)
    {
        List<(RunHistory Run, DateTimeOffset Began)> began = [.. runs.Select(r => (Run: r, Began: BeganAt(r))).Where(r => r.Began is not null).Select(r => (r.Run, r.Began!.Value))];
        foreach (var (run, time) in began)
        {
            List<RunHistory> beside = [.. began.Where(o => o.Began <= time && o.Run.Events[^1].Time > time).Select(o => o.Run)];
            if (beside.Count > most)
            {
                yield return $"{run.Execution} began when these were open: {string.Join(", ", beside.Select(b => b.Execution))}; the limit is {most}";
            }
        }
    }

    /// <summary>What is wrong with a debounced run: one that gave way never began, and one that began had waited.</summary>
    public static IEnumerable<string> CheckDebounced(IReadOnlyList<RunHistory> runs)
    {
        foreach (var run in runs)
        {
            if (run.Status == WorkflowExecutionStatus.Terminated && BeganAt(run) is not null)
            {
                yield return $"{run.Execution} gave way to another start, but had begun";
            }

            var started = run.Events[0].Time;
            if (BeganAt(run) is { } began && began < started + LimitedQueue.QuietPeriod && !runs.Any(o => o.Events[0].Time + LimitedQueue.MaximumDelay <= began && o.Events[0].Time <= started))
            {
                yield return $"{run.Execution} began {(began - started).TotalMilliseconds} ms after its start";
            }
        }
    }

    private static DateTimeOffset? BeganAt(RunHistory run) => run.Events.FirstOrDefault(e => e.Type == EventType.WorkflowTaskScheduled)?.Time;
}
