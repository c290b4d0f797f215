using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The settled store was asked for a run that a request made before.</summary>
internal sealed class EarlierRunLookedUp(IIdentifiedRequest request, RunId? earlierRun) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => request.EarlierRunLookedUp(owner, earlierRun);

    public override void Fail(Exception exception) => request.Fail(exception);
}
