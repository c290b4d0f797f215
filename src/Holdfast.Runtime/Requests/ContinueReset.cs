namespace Holdfast.Runtime;

/// <summary>
/// A reset copies the next section of a history. It comes when what was recorded before is durable: so that others not only have their turn between sections, but
/// their answers too.
/// </summary>
internal sealed class ContinueReset(ResetRequest reset, OwnerMailbox mailbox) : OwnerMessage, IReply
{
    /// <inheritdoc/>
    public bool IsAbandoned => false;

    public override void Handle(ShardOwner owner) => reset.Continue(owner);

    /// <inheritdoc/>
    public void Send(object? result) => mailbox.Post(this);

    /// <inheritdoc/>
    public override void Fail(Exception exception) => reset.Fail(exception);
}
