namespace Holdfast.Protocol;

/// <summary>An activity reported that it is alive; the details are kept for the next attempt.</summary>
/// <param name="ScheduledEventId">The activity.</param>
/// <param name="Attempt">The attempt that reported.</param>
/// <param name="Time">When.</param>
/// <param name="Details">Its details.</param>
public sealed record ActivityHeartbeatRecorded(long ScheduledEventId, int Attempt, DateTimeOffset Time, Payloads Details) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.ActivityHeartbeatRecorded;
}
