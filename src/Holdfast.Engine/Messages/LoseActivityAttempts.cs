namespace Holdfast.Engine;

/// <summary>
/// The process started again: attempts that workers of earlier processes had (see <see cref="Protocol.ActivityAttemptStarted.ProcessEpoch"/>, not 0 and less than
/// the epoch given) are dead. They are retried at once within their retry policy, without waiting for a timeout; an attempt that was the last allowed fails the activity.
/// </summary>
public sealed record LoseActivityAttempts(long CurrentEpoch) : RunMessage;
