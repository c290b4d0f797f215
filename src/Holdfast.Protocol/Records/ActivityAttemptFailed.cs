namespace Holdfast.Protocol;

/// <summary>An attempt of an activity failed and another follows.</summary>
/// <param name="ScheduledEventId">The activity.</param>
/// <param name="Attempt">The attempt that failed.</param>
/// <param name="Time">When its failure was recorded.</param>
/// <param name="NextAttemptTime">When the next attempt becomes due.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record ActivityAttemptFailed(long ScheduledEventId, int Attempt, DateTimeOffset Time, DateTimeOffset NextAttemptTime, Failure Failure) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.ActivityAttemptFailed;
}
