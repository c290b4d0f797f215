namespace Holdfast.Runtime;

/// <summary>A child has durably what the policy of its closed parent says.</summary>
internal sealed class ParentCloseTold(RunEntry parent) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => parent.ChildrenToTell--;
}
