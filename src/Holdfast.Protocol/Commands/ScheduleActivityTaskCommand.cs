namespace Holdfast.Protocol;

/// <summary>Asks for an activity.</summary>
public sealed record ScheduleActivityTaskCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.ScheduleActivityTask;

    /// <summary>The activity's ID, unique among the run's pending activities.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The activity type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Where its tasks wait; empty means the workflow's task queue.</summary>
    public string TaskQueue { get; init; } = string.Empty;

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Limit over all attempts.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for a worker.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Limit of one attempt. This or schedule to close is required.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>How failed attempts are retried; null means the default policy.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>A line for people.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>Priority and fairness of its tasks; null means the default.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Attempts with the same key are counted together by <see cref="TaskQueueLimits.MaxConcurrentActivitiesPerKey"/>; empty means not at all.</summary>
    public string ConcurrencyKey { get; init; } = string.Empty;
}
