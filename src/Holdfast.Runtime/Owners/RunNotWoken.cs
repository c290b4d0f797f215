using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A sleeping run that is due could not be read; it is tried again a second later.</summary>
internal sealed class RunNotWoken(RunId runId, object read) : OwnerMessage
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    public override void Handle(ShardOwner owner) => owner.Loader.NotWoken(runId, read, owner.Now + RetryDelay);
}
