using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>The result of an activity that a client started is awaited.</summary>
/// <param name="ActivityId">The activity's ID.</param>
/// <param name="RunId">The run; none for the newest.</param>
public sealed record GetActivityResultInput(string ActivityId, RunId RunId);
