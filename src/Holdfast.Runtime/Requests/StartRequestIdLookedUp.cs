using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The settled store was asked for a run that a start request made before.</summary>
internal sealed class StartRequestIdLookedUp(IStartRequest request, RunId? earlierRun) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => request.RequestIdLookedUp(owner, earlierRun);

    public override void Fail(Exception exception) => request.Fail(exception);
}
