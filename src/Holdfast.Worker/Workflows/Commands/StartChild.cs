using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Asks for a child workflow.</summary>
internal sealed class StartChild(StartChildWorkflowExecutionCommand command, PendingChild child) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) =>
        recorded.Attributes is StartChildWorkflowExecutionInitiated initiated
        && string.Equals(initiated.WorkflowId, command.WorkflowId, StringComparison.Ordinal)
        && string.Equals(initiated.WorkflowType, command.WorkflowType, StringComparison.Ordinal);

    public override void OnRecorded(HistoryEvent recorded) => child.Recorded(recorded.EventId);

    public override string Describe() => $"starts child workflow '{command.WorkflowType}' (ID {command.WorkflowId})";

    protected override Command Build() => command;
}
