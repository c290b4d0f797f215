namespace Holdfast.Protocol;

/// <summary>An operator reset an activity: its attempts so far are forgiven, and the next is due without waiting for its backoff.</summary>
/// <param name="ScheduledEventId">The activity.</param>
/// <param name="NextAttemptTime">When the next attempt becomes due; without meaning while one runs.</param>
/// <param name="KeepsPause">True when a pause goes on.</param>
/// <param name="ResetsHeartbeat">True when the details of heartbeats are forgotten.</param>
/// <param name="RequestId">The request that asked for it; empty when it has no ID.</param>
public sealed record ActivityReset(long ScheduledEventId, DateTimeOffset NextAttemptTime, bool KeepsPause, bool ResetsHeartbeat, string RequestId) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.ActivityReset;
}
