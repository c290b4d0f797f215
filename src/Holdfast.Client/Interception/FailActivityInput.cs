namespace Holdfast.Interception;

/// <summary>Somebody outside fails an activity attempt.</summary>
/// <param name="Address">The attempt.</param>
/// <param name="Exception">Why.</param>
/// <param name="LastHeartbeatDetails">Heartbeat details for the next attempt; null for none.</param>
public sealed record FailActivityInput(ActivityAddress Address, Exception Exception, IReadOnlyList<object?>? LastHeartbeatDetails);
