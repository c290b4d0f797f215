namespace Holdfast.Runtime;

/// <summary>Time to look for runs to settle.</summary>
internal sealed class SettlingTick : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.Settling.Tick();
}
