namespace Holdfast.Protocol;

/// <summary>An attempt of an activity was handed to a worker. Durable before the hand-over, so that an at-most-once activity is never handed over twice.</summary>
/// <param name="ScheduledEventId">The activity.</param>
/// <param name="Attempt">The attempt, from 1.</param>
/// <param name="Time">When it was handed over.</param>
/// <param name="Identity">The worker.</param>
/// <param name="ProcessEpoch">Journal epoch of the process when the worker lives in the engine's own process, else 0. After a restart attempts of earlier epochs are known to be dead.</param>
public sealed record ActivityAttemptStarted(long ScheduledEventId, int Attempt, DateTimeOffset Time, string Identity, long ProcessEpoch) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.ActivityAttemptStarted;
}
