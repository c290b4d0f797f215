namespace Holdfast.Runtime;

/// <summary>A reset could not be carried out: what there is of its run is given back.</summary>
internal sealed class AbandonReset(ResetProgress progress) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => progress.Abandon();
}
