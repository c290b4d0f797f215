using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Errors that several requests answer.</summary>
internal static class Faults
{
    public static HoldfastException AlreadyStarted(WorkflowKey workflow, RunId runId) => StandaloneActivity.Is(workflow.WorkflowId)
        ? ActivityIdInUse(workflow, runId, "is in use by the open run", "Wait for it to close, use another ID, or start with conflict policy UseExisting.")
        : WorkflowAlreadyStarted(workflow, runId);

    public static HoldfastException ReuseRefused(WorkflowKey workflow, RunEntry run, WorkflowIdReusePolicy policy) => StandaloneActivity.Is(workflow.WorkflowId)
        ? ActivityIdInUse(workflow, run.RunId, "was used by run", $"It is {run.State.Status}, and the reuse policy is {policy}. Use another ID or another reuse policy.")
        : WorkflowIdReuseRefused(workflow, run, policy);

    private static WorkflowIdInUseException ActivityIdInUse(WorkflowKey workflow, RunId runId, string how, string mend) => new(
        ErrorCodes.ActivityAlreadyStarted,
        $"Activity ID '{StandaloneActivity.ActivityIdOf(workflow.WorkflowId)}' {how} {runId}. {mend}",
        new WorkflowExecution(workflow.WorkflowId, runId));

    private static WorkflowIdInUseException WorkflowAlreadyStarted(WorkflowKey workflow, RunId runId) => new(
        ErrorCodes.WorkflowAlreadyStarted,
        $"Workflow ID '{workflow.WorkflowId}' is in use by the open run {runId}. Wait for it to close, use another workflow ID, or start with conflict policy UseExisting or TerminateExisting.",
        new WorkflowExecution(workflow.WorkflowId, runId));

    private static WorkflowIdInUseException WorkflowIdReuseRefused(WorkflowKey workflow, RunEntry run, WorkflowIdReusePolicy policy) => new(
        ErrorCodes.WorkflowIdReuseRefused,
        $"Workflow ID '{workflow.WorkflowId}' was used by run {run.RunId}, which is {run.State.Status}, and the reuse policy is {policy}. Use another workflow ID or another reuse policy.",
        new WorkflowExecution(workflow.WorkflowId, run.RunId));

    public static HoldfastException ReuseTooSoon(WorkflowKey workflow, RunId runId, DateTimeOffset next) => new(
        ErrorCodes.ResourceExhausted,
        string.Create(CultureInfo.InvariantCulture, $"{Named(workflow, "Workflow ID", "Activity ID")} was started a moment ago, as run {runId}; another run of it may start from {next:O} on. Start again then, or set EngineLimits.WorkflowIdReuseInterval."));

    public static HoldfastException ActivityNotFound(RunEntry run, string activityId) => new(
        ErrorCodes.NotFound,
        $"Run {run.RunId} of workflow ID '{run.Workflow.WorkflowId}' waits for no activity with ID '{activityId}': it has ended, or there never was one.");

    public static HoldfastException QueryOfPausedRun(RunId runId) => new(
        ErrorCodes.RunPaused,
        $"Run {runId} is paused, and its code answers no queries. Unpause it, or describe it instead.");

    public static HoldfastException RunClosedBeforeUpdate(RunId runId) => new(
        ErrorCodes.RunClosed,
        $"Run {runId} closed before its code saw the update, which had no effect.");

    public static HoldfastException RunContinuedBeforeUpdate(RunId runId) => new(
        ErrorCodes.RunContinuedBeforeUpdate,
        $"Run {runId} was followed by another before its code saw the update, which had no effect. Send it again without a run ID: the new run will take it.");

    public static QueryFailedException QueryOfFailingRun(RunEntry run) => new(new Failure
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"Run {run.RunId} has completed no workflow task, and its first has failed {run.State.WorkflowTask!.Attempt - 1} times: there is nothing to ask until its code is mended."),
        Info = new FailureInfo.Server(NonRetryable: false),
        Cause = run.State.WorkflowTask!.LastFailure,
    });

    public static HoldfastException TooManyQueries(RunId runId, int limit) => new(
        ErrorCodes.ResourceExhausted,
        string.Create(CultureInfo.InvariantCulture, $"{limit} queries wait for the code of run {runId} already, the most that may (EngineLimits.BufferedQueries). Ask again in a moment."));

    public static HoldfastException RunNotFound(WorkflowKey workflow, RunId runId) => new(
        ErrorCodes.NotFound,
        runId.IsNone
            ? $"There is no {Named(workflow, "workflow with ID", "activity with ID")} in namespace '{workflow.Namespace}'. Check the ID; a closed run is forgotten after its retention."
            : $"There is no run {runId} of {Named(workflow, "workflow ID", "activity ID")} in namespace '{workflow.Namespace}'. Check both; a closed run is forgotten after its retention.");

    private static string Named(WorkflowKey workflow, string asWorkflow, string asActivity) =>
        $"{(StandaloneActivity.Is(workflow.WorkflowId) ? asActivity : asWorkflow)} '{StandaloneActivity.ActivityIdOf(workflow.WorkflowId)}'";
}
