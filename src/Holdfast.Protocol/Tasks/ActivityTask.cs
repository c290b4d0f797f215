namespace Holdfast.Protocol;

/// <summary>One attempt of an activity.</summary>
public sealed record ActivityTask
{
    /// <summary>Names the attempt in reports.</summary>
    public required ActivityRef Activity { get; init; }

    /// <summary>Attempts before this one that an operator has forgiven; people see the others counted. 0 when none.</summary>
    public int ForgivenAttempts { get; init; }

    /// <summary>The activity's ID.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The activity type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>The workflow type that scheduled it.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>The task queue.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Arguments.</summary>
    public required Payloads Input { get; init; }

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Heartbeat details of the attempts before.</summary>
    public Payloads HeartbeatDetails { get; init; } = Payloads.Empty;

    /// <summary>When the activity was scheduled.</summary>
    public DateTimeOffset ScheduledTime { get; init; }

    /// <summary>When this attempt was handed to the worker.</summary>
    public DateTimeOffset StartedTime { get; init; }

    /// <summary>Limit over all attempts.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of this attempt.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>How failed attempts are retried.</summary>
    public RetryPolicy RetryPolicy { get; init; } = RetryPolicy.Default;
}
