using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Sleeping runs that were due have been read from the settled store, as far as it has them.</summary>
internal sealed class WakeEnded(IReadOnlyList<RunId> runIds, object read) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.Loader.WakeEnded(runIds, read);
}
