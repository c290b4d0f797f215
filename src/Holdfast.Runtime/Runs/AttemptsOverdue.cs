namespace Holdfast.Runtime;

/// <summary>Attempts that nobody waits for may be overdue.</summary>
internal sealed class AttemptsOverdue : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.AbandonedAttempts.GiveUpOverdue();
}
