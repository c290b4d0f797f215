using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>An activity that a client started is terminated.</summary>
/// <param name="ActivityId">The activity's ID.</param>
/// <param name="RunId">The run; none for the newest.</param>
/// <param name="Reason">Why.</param>
public sealed record TerminateActivityInput(string ActivityId, RunId RunId, string Reason);
