namespace Holdfast.Runtime;

/// <summary>A child of a run that is being deleted has durably learned that its parent closed, or could not be told.</summary>
internal sealed class ChildTold(RunDeletion deletion, Exception? error) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.Deletions.ChildTold(deletion, error);
}
