namespace Holdfast.Protocol;

/// <summary>The worker of an attempt has done its part; somebody else will report the end. The attempt no longer ends with the worker's process.</summary>
/// <param name="ScheduledEventId">The activity.</param>
/// <param name="Attempt">The attempt, from 1.</param>
public sealed record ActivityAttemptHandedOver(long ScheduledEventId, int Attempt) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.ActivityAttemptHandedOver;
}
