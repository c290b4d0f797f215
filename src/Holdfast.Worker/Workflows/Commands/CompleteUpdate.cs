using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Says how the handler of an update ended.</summary>
internal sealed class CompleteUpdate(UpdateRequest update, Payloads? result, Failure? failure) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) => recorded.Attributes is WorkflowExecutionUpdateCompleted completed && string.Equals(completed.UpdateId, update.UpdateId, StringComparison.Ordinal);

    public override string Describe() => $"completes update '{update.Name}' (ID {update.UpdateId})";

    protected override Command Build() => new ProtocolMessageCommand { Message = new UpdateMessage.Completed { UpdateId = update.UpdateId, Result = result, Failure = failure } };
}
