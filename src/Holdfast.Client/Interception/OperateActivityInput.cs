using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>An activity that a client started is paused, unpaused or reset, or its options changed.</summary>
/// <param name="ActivityId">The activity's ID.</param>
/// <param name="RunId">The run; none for the newest.</param>
/// <param name="Operation">What is done.</param>
public sealed record OperateActivityInput(string ActivityId, RunId RunId, ActivityOperation Operation);
