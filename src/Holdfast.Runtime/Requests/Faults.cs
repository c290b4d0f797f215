using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Errors that several requests answer.</summary>
internal static class Faults
{
    public static HoldfastException AlreadyStarted(WorkflowKey workflow, RunId runId) => new(
        ErrorCodes.WorkflowAlreadyStarted,
        $"Workflow ID '{workflow.WorkflowId}' is in use by the open run {runId}. Wait for it to close, use another workflow ID, or start with conflict policy UseExisting or TerminateExisting.");

    public static HoldfastException QueryOfPausedRun(RunId runId) => new(
        ErrorCodes.RunPaused,
        $"Run {runId} is paused, and its code answers no queries. Unpause it, or describe it instead.");

    public static HoldfastException RunNotFound(WorkflowKey workflow, RunId runId) => new(
        ErrorCodes.NotFound,
        runId.IsNone
            ? $"There is no workflow with ID '{workflow.WorkflowId}' in namespace '{workflow.Namespace}'. Check the ID; a closed run is forgotten after its retention."
            : $"There is no run {runId} of workflow ID '{workflow.WorkflowId}' in namespace '{workflow.Namespace}'. Check both; a closed run is forgotten after its retention.");
}
