namespace Holdfast.Runtime;

/// <summary>A settlement is durable, or failed.</summary>
internal sealed class SettlementEnded(IReadOnlyList<SettlingRun> runs, bool succeeded) : OwnerMessage
{
    public override void Handle(ShardOwner owner)
    {
        if (succeeded)
        {
            owner.Settling.Settled(runs);
        }
        else
        {
            owner.Settling.NotSettled(runs);
        }
    }
}
