using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A request that makes a run, and waits for what is known of its request ID: it may have come before.</summary>
internal interface IIdentifiedRequest
{
    /// <summary>It is known whether this request came before.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="earlierRun">The run that it made then; null when there is none.</param>
    void EarlierRunLookedUp(ShardOwner owner, RunId? earlierRun);

    /// <summary>The request cannot be answered.</summary>
    void Fail(Exception exception);
}
