using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Asks another run to cancel.</summary>
internal sealed class RequestCancelExternal(RequestCancelExternalWorkflowExecutionCommand command, PendingExternalCall call) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) =>
        recorded.Attributes is RequestCancelExternalWorkflowExecutionInitiated initiated
        && string.Equals(initiated.Execution.WorkflowId, command.WorkflowId, StringComparison.Ordinal);

    public override void OnRecorded(HistoryEvent recorded) => call.Recorded(recorded.EventId);

    public override string Describe() => $"cancels workflow '{command.WorkflowId}'";

    protected override Command Build() => command;
}
