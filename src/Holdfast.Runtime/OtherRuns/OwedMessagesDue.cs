namespace Holdfast.Runtime;

/// <summary>Messages whose runs could not be read may be tried again.</summary>
internal sealed class OwedMessagesDue : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.OwedMessages.TryDue();
}
