using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A run of an activity that a client started is deleted.</summary>
/// <param name="ActivityId">The activity's ID.</param>
/// <param name="RunId">The run; none for the newest.</param>
public sealed record DeleteActivityInput(string ActivityId, RunId RunId);
