using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Checks that what clients were told is done is there at the end, whatever crashed in between.</summary>
internal static class DurabilityChecker
{
    /// <summary>What is missing.</summary>
    public static IEnumerable<string> Check(Acknowledgements acknowledged, IReadOnlyList<RunHistory> runs)
    {
        var byExecution = runs.ToDictionary(r => r.Execution);
        foreach (var (workflowId, runId) in acknowledged.Starts)
        {
            if (!byExecution.ContainsKey(new WorkflowExecution(workflowId, runId)))
            {
                yield return $"the start of {workflowId} ({runId}) was acknowledged and is lost";
            }
        }

        foreach (var (workflowId, runId, name) in acknowledged.Signals)
        {
            if (!Has<WorkflowExecutionSignaled>(byExecution, workflowId, runId, _ => true))
            {
                yield return $"signal {name} of {workflowId} was acknowledged and is lost";
            }
        }

        foreach (var (workflowId, runId, name) in acknowledged.Updates)
        {
            if (!Has<WorkflowExecutionUpdateCompleted>(byExecution, workflowId, runId, e => e.UpdateId == name))
            {
                yield return $"update {name} of {workflowId} was acknowledged and is lost";
            }
        }
    }

    private static bool Has<T>(Dictionary<WorkflowExecution, RunHistory> runs, string workflowId, RunId runId, Func<T, bool> isIt)
        where T : EventAttributes =>
        runs.TryGetValue(new WorkflowExecution(workflowId, runId), out var run) && run.Events.Any(e => e.Attributes is T attributes && isIt(attributes));
}
