namespace Holdfast.Protocol;

/// <summary>An operator ended the pause of an activity.</summary>
/// <param name="ScheduledEventId">The activity.</param>
/// <param name="NextAttemptTime">When the next attempt becomes due; without meaning while one runs.</param>
/// <param name="ResetsAttempts">True when the attempts so far are forgiven.</param>
/// <param name="ResetsHeartbeat">True when the details of heartbeats are forgotten.</param>
/// <param name="RequestId">The request that asked for it; empty when it has no ID.</param>
public sealed record ActivityUnpaused(long ScheduledEventId, DateTimeOffset NextAttemptTime, bool ResetsAttempts, bool ResetsHeartbeat, string RequestId) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.ActivityUnpaused;
}
