namespace Holdfast.Runtime;

/// <summary>
/// A reset takes the next section of a history. It comes when what was recorded before is durable: so that others not only have their turn between sections, but
/// their answers too.
/// </summary>
internal sealed class ContinueReset(ResetProgress progress, OwnerMailbox mailbox) : OwnerMessage, IReply
{
    /// <inheritdoc/>
    public bool IsAbandoned => false;

    public override void Handle(ShardOwner owner) => progress.Continue();

    /// <inheritdoc/>
    public void Send(object? result) => mailbox.Post(this);

    /// <inheritdoc/>
    public override void Fail(Exception exception) => progress.Fail(exception);
}
