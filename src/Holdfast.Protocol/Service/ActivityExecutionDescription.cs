namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.DescribeActivityExecutionAsync"/>.</summary>
public sealed record ActivityExecutionDescription
{
    /// <summary>What listing shows.</summary>
    public required ActivityExecutionInfo Info { get; init; }

    /// <summary>What goes on while it is open: its attempt, heartbeats and last failure; null once it has closed.</summary>
    public PendingActivityInfo? Pending { get; init; }

    /// <summary>Its arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Limit over all attempts; null means none.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for a worker; null means none.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Limit of one attempt; null means that over all attempts.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats; null means that none is expected.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>How failed attempts are retried.</summary>
    public RetryPolicy RetryPolicy { get; init; } = RetryPolicy.Default;

    /// <summary>When the limit over all attempts passes; null when there is none.</summary>
    public DateTimeOffset? ExpirationTime { get; init; }

    /// <summary>Delay of the first attempt; null when there was none.</summary>
    public TimeSpan? StartDelay { get; init; }

    /// <summary>The attempt that runs or is next, or was the last, from 1; 0 when it closed before any started.</summary>
    public int Attempt { get; init; }

    /// <summary>The worker that last had it; empty when none had.</summary>
    public string LastWorkerIdentity { get; init; } = string.Empty;

    /// <summary>Failure of the attempt before; null when there was none.</summary>
    public Failure? LastFailure { get; init; }

    /// <summary>Why somebody asked to cancel it; null when nobody did.</summary>
    public string? CancelReason { get; init; }

    /// <summary>Priority and fairness of its attempts; null means the default.</summary>
    public Priority? Priority { get; init; }

    /// <summary>A line for people; empty when there is none.</summary>
    public string StaticSummary { get; init; } = string.Empty;

    /// <summary>Text for people; empty when there is none.</summary>
    public string StaticDetails { get; init; } = string.Empty;

    /// <summary>What it gave in the end; null while it is open.</summary>
    public ActivityExecutionOutcome? Outcome { get; init; }
}
