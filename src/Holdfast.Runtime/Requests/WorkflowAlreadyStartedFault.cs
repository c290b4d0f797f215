using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A start found an open run of its workflow ID.</summary>
internal sealed class WorkflowAlreadyStartedFault : HoldfastException
{
    public WorkflowAlreadyStartedFault(WorkflowKey workflow, RunId runId)
        : base(ErrorCodes.WorkflowAlreadyStarted, $"Workflow ID '{workflow.WorkflowId}' is in use by the open run {runId}. Wait for it to close, use another workflow ID, or start with conflict policy UseExisting or TerminateExisting.") =>
        Data["RunId"] = runId.ToString();
}
