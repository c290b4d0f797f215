namespace Holdfast.Protocol;

/// <summary>An activity was asked for.</summary>
public sealed record ActivityTaskScheduled : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ActivityTaskScheduled;

    /// <summary>The activity's ID, unique among the run's pending activities.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The activity type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Where its tasks wait.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Limit over all attempts; null means none.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for a worker; null means none.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Limit of one attempt; null means that of schedule to close.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats; null means none expected.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }

    /// <summary>How failed attempts are retried.</summary>
    public RetryPolicy RetryPolicy { get; init; } = RetryPolicy.Default;

    /// <summary>A line for people.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>Priority and fairness of its tasks; null means the default.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Attempts with the same key are counted together by <see cref="TaskQueueLimits.MaxConcurrentActivitiesPerKey"/>; empty means not at all.</summary>
    public string ConcurrencyKey { get; init; } = string.Empty;
}
