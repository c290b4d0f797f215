using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>A sleeping run that is due was read from the settled store.</summary>
internal sealed class RunWoken(SettledRun run, object read) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.Loader.Woken(run, read);
}
