namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.StartActivityExecutionAsync"/>.</summary>
public sealed record StartActivityExecutionRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The activity's ID: at most one run of it is open at a time. At most 1,000 bytes of UTF-8, with what the engine puts before it.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The activity type; at most 1,000 bytes of UTF-8.</summary>
    public required string ActivityType { get; init; }

    /// <summary>The task queue where its attempts wait for a worker.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Idempotence key: a start with the request ID of an earlier one gives that one's run.</summary>
    public required string RequestId { get; init; }

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Limit over all attempts, counted from the end of the start delay; null means none. This or <see cref="StartToCloseTimeout"/> is required.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for a worker; null means none. An activity that waits longer times out for good.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Limit of one attempt; null means that over all attempts.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats; null means that none is expected.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>How failed attempts are retried; null means <see cref="RetryPolicy.Default"/>.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>What to do when the ID's last run is closed.</summary>
    public ActivityIdReusePolicy IdReusePolicy { get; init; } = ActivityIdReusePolicy.AllowDuplicate;

    /// <summary>What to do when a run of the ID is open.</summary>
    public ActivityIdConflictPolicy IdConflictPolicy { get; init; } = ActivityIdConflictPolicy.Fail;

    /// <summary>What to do to an open run that is used.</summary>
    public StartConflictOptions OnConflict { get; init; } = StartConflictOptions.None;

    /// <summary>Delay of the first attempt; null means none. Timeouts count from its end.</summary>
    public TimeSpan? StartDelay { get; init; }

    /// <summary>Indexed attributes.</summary>
    public PayloadMap SearchAttributes { get; init; } = PayloadMap.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Priority and fairness of its attempts; null means the default.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Attempts of one key are counted together where the task queue limits how many run at a time; empty for none.</summary>
    public string ConcurrencyKey { get; init; } = string.Empty;

    /// <summary>A line for people; at most 400 bytes of UTF-8.</summary>
    public string StaticSummary { get; init; } = string.Empty;

    /// <summary>Text for people; at most 20,000 bytes of UTF-8.</summary>
    public string StaticDetails { get; init; } = string.Empty;

    /// <summary>Who asks.</summary>
    public string Identity { get; init; } = string.Empty;
}
