namespace Holdfast.Runtime;

/// <summary>The settled store has deleted a run, or failed to.</summary>
internal sealed class DeletionWritten(RunDeletion deletion, Exception? error) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.Deletions.Written(deletion, error);
}
