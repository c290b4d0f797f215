namespace Holdfast.Engine;

/// <summary>A worker has a slot for the activity's next attempt. Ignored (no records) when that attempt is no longer wanted.</summary>
/// <param name="ScheduledEventId">The activity.</param>
/// <param name="Attempt">The attempt that was offered.</param>
/// <param name="Identity">The worker.</param>
/// <param name="ProcessEpoch">See <see cref="Protocol.ActivityAttemptStarted.ProcessEpoch"/>.</param>
public sealed record StartActivityAttempt(long ScheduledEventId, int Attempt, string Identity, long ProcessEpoch) : RunMessage;
