using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Says that the validator let an update in.</summary>
internal sealed class AcceptUpdate(UpdateRequest update) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) => recorded.Attributes is WorkflowExecutionUpdateAccepted accepted && string.Equals(accepted.UpdateId, update.UpdateId, StringComparison.Ordinal);

    public override string Describe() => $"accepts update '{update.Name}' (ID {update.UpdateId})";

    protected override Command Build() => new ProtocolMessageCommand { Message = new UpdateMessage.Accepted { UpdateId = update.UpdateId } };
}
