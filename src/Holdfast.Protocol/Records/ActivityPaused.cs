namespace Holdfast.Protocol;

/// <summary>An operator paused an activity: no attempt of it starts until the pause ends.</summary>
/// <param name="ScheduledEventId">The activity.</param>
/// <param name="Time">When.</param>
/// <param name="Identity">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestId">The request that asked for it; empty when it has no ID.</param>
public sealed record ActivityPaused(long ScheduledEventId, DateTimeOffset Time, string Identity, string Reason, string RequestId) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.ActivityPaused;
}
