using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Says that an update is refused; it leaves no trace in history.</summary>
internal sealed class RejectUpdate(UpdateRequest update, Failure failure) : OutgoingCommand
{
    public override bool LeavesEvent => false;

    public override bool Matches(HistoryEvent recorded) => false;

    public override string Describe() => $"rejects update '{update.Name}' (ID {update.UpdateId})";

    protected override Command Build() => new ProtocolMessageCommand { Message = new UpdateMessage.Rejected { UpdateId = update.UpdateId, Failure = failure } };
}
