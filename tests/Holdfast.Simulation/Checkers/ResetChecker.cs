using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Checks runs that came of resets against those that they came of.</summary>
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
                    && failed.BaseRunId is { } baseRunId && byId.TryGetValue(baseRunId, out var other) && other.Events[^1] is var last && last.Time > reset.Time)
                {
                    yield return $"{run.Execution} came of a reset at {reset.Time:O}, but the run that was reset ended at {last.Time:O}";
                }
            }
        }
    }
}
