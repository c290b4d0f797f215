namespace Holdfast.Runtime;

/// <summary>Everything that a run had recorded when its deletion began is durable.</summary>
internal sealed class DeletionDue(RunEntry run) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.Deletions.Continue(run);
}
