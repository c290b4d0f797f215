using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Sends a signal to another run.</summary>
internal sealed class SignalExternal(SignalExternalWorkflowExecutionCommand command, PendingExternalCall call) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) =>
        recorded.Attributes is SignalExternalWorkflowExecutionInitiated initiated
        && string.Equals(initiated.Execution.WorkflowId, command.WorkflowId, StringComparison.Ordinal)
        && string.Equals(initiated.SignalName, command.SignalName, StringComparison.Ordinal);

    public override void OnRecorded(HistoryEvent recorded) => call.Recorded(recorded.EventId);

    public override string Describe() => $"signals workflow '{command.WorkflowId}' ({command.SignalName})";

    protected override Command Build() => command;
}
