using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A request to start a workflow that waits for what the settled store knows of its request ID.</summary>
internal interface IStartRequest
{
    /// <summary>The settled store was asked for a run that this request made before.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="earlierRun">That run; null when there is none.</param>
    void RequestIdLookedUp(ShardOwner owner, RunId? earlierRun);

    /// <summary>The request cannot be answered.</summary>
    void Fail(Exception exception);
}
