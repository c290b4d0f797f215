namespace Holdfast.Interception;

/// <summary>Somebody outside says that an activity attempt is alive.</summary>
/// <param name="Address">The attempt.</param>
/// <param name="Details">Details for the next attempt; null for none.</param>
public sealed record HeartbeatActivityInput(ActivityAddress Address, IReadOnlyList<object?>? Details);
