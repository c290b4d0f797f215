using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Errors that several requests answer.</summary>
internal static class Faults
{
    public static HoldfastException AlreadyStarted(WorkflowKey workflow, RunId runId) => new WorkflowIdInUseException(
        ErrorCodes.WorkflowAlreadyStarted,
        $"Workflow ID '{workflow.WorkflowId}' is in use by the open run {runId}. Wait for it to close, use another workflow ID, or start with conflict policy UseExisting or TerminateExisting.",
        new WorkflowExecution(workflow.WorkflowId, runId));

    public static HoldfastException ReuseRefused(WorkflowKey workflow, RunEntry run, WorkflowIdReusePolicy policy) => new WorkflowIdInUseException(
        ErrorCodes.WorkflowIdReuseRefused,
        $"Workflow ID '{workflow.WorkflowId}' was used by run {run.RunId}, which is {run.State.Status}, and the reuse policy is {policy}. Use another workflow ID or another reuse policy.",
        new WorkflowExecution(workflow.WorkflowId, run.RunId));

    public static HoldfastException ReuseTooSoon(WorkflowKey workflow, RunId runId, DateTimeOffset next) => new(
        ErrorCodes.ResourceExhausted,
        string.Create(CultureInfo.InvariantCulture, $"Workflow ID '{workflow.WorkflowId}' was started a moment ago, as run {runId}; another run of it may start from {next:O} on. Start again then, or set EngineLimits.WorkflowIdReuseInterval."));

    public static HoldfastException ActivityNotFound(RunEntry run, string activityId) => new(
        ErrorCodes.NotFound,
        $"Run {run.RunId} of workflow ID '{run.Workflow.WorkflowId}' waits for no activity with ID '{activityId}': it has ended, or there never was one.");

    public static HoldfastException QueryOfPausedRun(RunId runId) => new(
        ErrorCodes.RunPaused,
        $"Run {runId} is paused, and its code answers no queries. Unpause it, or describe it instead.");

    public static HoldfastException RunNotFound(WorkflowKey workflow, RunId runId) => new(
        ErrorCodes.NotFound,
        runId.IsNone
            ? $"There is no workflow with ID '{workflow.WorkflowId}' in namespace '{workflow.Namespace}'. Check the ID; a closed run is forgotten after its retention."
            : $"There is no run {runId} of workflow ID '{workflow.WorkflowId}' in namespace '{workflow.Namespace}'. Check both; a closed run is forgotten after its retention.");
}
