namespace Holdfast.Protocol;

/// <summary>An operator gave an activity other options than it was scheduled with. Holds all of them, changed or not.</summary>
public sealed record ActivityOptionsUpdated : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.ActivityOptionsUpdated;

    /// <summary>The activity.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>Where its tasks wait.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Limit over all attempts; null means none.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for a worker; null means none.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Limit of one attempt; null means that of schedule to close.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats; null means none expected.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>How failed attempts are retried.</summary>
    public required RetryPolicy RetryPolicy { get; init; }

    /// <summary>The request that asked for it; empty when it has no ID.</summary>
    public string RequestId { get; init; } = string.Empty;
}
