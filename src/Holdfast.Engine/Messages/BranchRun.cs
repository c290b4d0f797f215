using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Starts a run that came of a reset.</summary>
/// <remarks>
/// What is carried over may come in several messages, of which all but the last have <see cref="HasMore"/>. Until the last nothing of the run is offered or armed, and it
/// yields no effects: a caller may forget it.
/// </remarks>
/// <param name="Workflow">The workflow.</param>
/// <param name="RunId">The new run.</param>
/// <param name="BaseRunId">The run that was reset.</param>
/// <param name="Branch">Its events before the reset point; must pass <see cref="ResetPoints.Problem"/>. None when they have been folded into the state already (<see cref="BranchedHistory"/>).</param>
/// <param name="LaterInBase">Its events from the reset point on, at least those of <see cref="BranchedHistory.MayBeCarriedOver(EventType)"/>.</param>
/// <param name="LaterInChain">The events of the runs that continued it, in order, at least those of <see cref="BranchedHistory.MayBeCarriedOver(EventType)"/>.</param>
/// <param name="Exclusions">What is not carried over.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestId">Idempotence key.</param>
public sealed record BranchRun(
    WorkflowKey Workflow,
    RunId RunId,
    RunId BaseRunId,
    IReadOnlyList<HistoryEvent> Branch,
    IReadOnlyList<HistoryEvent> LaterInBase,
    IReadOnlyList<HistoryEvent> LaterInChain,
    ResetReapplyExclusions Exclusions,
    string Reason,
    string RequestId) : RunMessage
{
    /// <summary>True when another message carries over what follows; default false.</summary>
    public bool HasMore { get; init; }

    /// <summary>What is done to the run behind all that is carried over, with the last message; checked by whoever resets.</summary>
    public IReadOnlyList<PostResetOperation> Operations { get; init; } = [];

    /// <summary>Who asked for the reset.</summary>
    public string Identity { get; init; } = string.Empty;
}
