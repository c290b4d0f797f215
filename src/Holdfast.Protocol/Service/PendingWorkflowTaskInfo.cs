namespace Holdfast.Protocol;

/// <summary>The workflow task that is waiting or running.</summary>
/// <param name="Started">True when a worker is at it.</param>
/// <param name="Attempt">The attempt, from 1.</param>
/// <param name="ScheduledTime">When it was scheduled.</param>
/// <param name="StartedTime">When the worker took it.</param>
/// <param name="LastFailure">Why the attempt before failed; null for a first attempt.</param>
public sealed record PendingWorkflowTaskInfo(bool Started, int Attempt, DateTimeOffset ScheduledTime, DateTimeOffset? StartedTime, Failure? LastFailure);
