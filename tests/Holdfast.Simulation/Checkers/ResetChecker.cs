using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Checks runs that came of resets against those that they came of. What is carried over may be older, when the reset is made in sections; the task that goes on may not.</summary>
internal static class ResetChecker
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Check(IReadOnlyList<RunHistory> runs)
    {
        var byId = runs.ToDictionary(r => r.Execution.RunId);
        foreach (var run in runs)
        {
            foreach (var reset in run.Events)
            {
                if (reset.Attributes is WorkflowTaskFailed { Cause: WorkflowTaskFailedCause.ResetWorkflow } failed && failed.NewRunId == run.Execution.RunId
                    && failed.BaseRunId is { } baseRunId && byId.TryGetValue(baseRunId, out var other) && other.Events[^1] is var last
                    && run.Events.FirstOrDefault(e => e.EventId > reset.EventId && e.Type == EventType.WorkflowTaskScheduled) is { } goesOn && last.Time > goesOn.Time)
                {
                    yield return $"{run.Execution} goes on after a reset at {goesOn.Time:O}, but the run that was reset ended at {last.Time:O}";
                }
            }
        }
    }
}
