using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Asks a child workflow to cancel.</summary>
internal sealed class RequestCancelChild(PendingChild child) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) =>
        recorded.Attributes is RequestCancelExternalWorkflowExecutionInitiated initiated
        && string.Equals(initiated.Execution.WorkflowId, child.WorkflowId, StringComparison.Ordinal);

    public override void OnRecorded(HistoryEvent recorded) => child.CancelRequestRecorded(recorded.EventId);

    public override string Describe() => $"cancels child workflow '{child.WorkflowId}'";

    protected override Command Build() => new RequestCancelExternalWorkflowExecutionCommand { WorkflowId = child.WorkflowId, RunId = RunId.None };
}
