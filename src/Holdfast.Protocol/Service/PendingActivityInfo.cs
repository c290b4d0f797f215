namespace Holdfast.Protocol;

/// <summary>An activity that is scheduled and not ended.</summary>
public sealed record PendingActivityInfo
{
    /// <summary>The activity's ID.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The activity type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Whether an attempt is waiting, running, or asked to cancel.</summary>
    public required PendingActivityState State { get; init; }

    /// <summary>The current attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Attempts allowed; 0 means no limit.</summary>
    public int MaximumAttempts { get; init; }

    /// <summary>Since when and why no attempt of it is started; null when it is not paused. A pause of the whole run is not shown here.</summary>
    public PauseInfo? Pause { get; init; }

    /// <summary>Where its tasks wait.</summary>
    public string TaskQueue { get; init; } = string.Empty;

    /// <summary>Limit over all attempts; null means none.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for a worker; null means none.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Limit of one attempt; null means that of schedule to close.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats; null means none expected.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>How failed attempts are retried.</summary>
    public RetryPolicy RetryPolicy { get; init; } = RetryPolicy.Default;

    /// <summary>When it was scheduled.</summary>
    public DateTimeOffset ScheduledTime { get; init; }

    /// <summary>When the current attempt started; null while it waits.</summary>
    public DateTimeOffset? LastStartedTime { get; init; }

    /// <summary>When the next attempt becomes due; null unless backing off.</summary>
    public DateTimeOffset? NextAttemptTime { get; init; }

    /// <summary>The last heartbeat; null when there was none.</summary>
    public DateTimeOffset? LastHeartbeatTime { get; init; }

    /// <summary>Details of the last heartbeat.</summary>
    public Payloads HeartbeatDetails { get; init; } = Payloads.Empty;

    /// <summary>Failure of the attempt before.</summary>
    public Failure? LastFailure { get; init; }

    /// <summary>The worker of the last attempt.</summary>
    public string LastWorkerIdentity { get; init; } = string.Empty;
}
