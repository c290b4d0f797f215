namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.StartWorkflowExecutionAsync"/>.</summary>
public sealed record StartWorkflowExecutionRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The workflow ID; at most 1,000 bytes of UTF-8.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>The workflow type; at most 1,000 bytes of UTF-8.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Task queue of its workflow tasks.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Idempotence key: a start with the request ID of an earlier one gives that one's run.</summary>
    public required string RequestId { get; init; }

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Limit of the whole chain of runs; null means none.</summary>
    public TimeSpan? WorkflowExecutionTimeout { get; init; }

    /// <summary>Limit of one run; null means that of the execution.</summary>
    public TimeSpan? WorkflowRunTimeout { get; init; }

    /// <summary>Limit of one workflow task; null means 10 s. At most 120 s.</summary>
    public TimeSpan? WorkflowTaskTimeout { get; init; }

    /// <summary>What to do when the workflow ID's last run is closed.</summary>
    public WorkflowIdReusePolicy WorkflowIdReusePolicy { get; init; } = WorkflowIdReusePolicy.AllowDuplicate;

    /// <summary>What to do when a run of the workflow ID is open.</summary>
    public WorkflowIdConflictPolicy WorkflowIdConflictPolicy { get; init; } = WorkflowIdConflictPolicy.Fail;

    /// <summary>What to do to an open run that is used.</summary>
    public StartConflictOptions OnConflict { get; init; } = StartConflictOptions.None;

    /// <summary>Workflow retry policy; null means no retries.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Delay of the first workflow task; null means none.</summary>
    public TimeSpan? StartDelay { get; init; }

    /// <summary>Unindexed notes.</summary>
    public PayloadMap Memo { get; init; } = PayloadMap.Empty;

    /// <summary>Indexed attributes.</summary>
    public PayloadMap SearchAttributes { get; init; } = PayloadMap.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Who asks.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>Cron schedule, five fields in UTC unless it names a time zone; empty means none.</summary>
    public string CronSchedule { get; init; } = string.Empty;

    /// <summary>Priority and fairness of its tasks; null means the default.</summary>
    public Priority? Priority { get; init; }

    /// <summary>A line for people; at most 400 bytes of UTF-8.</summary>
    public string StaticSummary { get; init; } = string.Empty;

    /// <summary>Text for people; at most 20,000 bytes of UTF-8.</summary>
    public string StaticDetails { get; init; } = string.Empty;

    /// <summary>Runs with the same key are counted together by the limits of their task queue (<see cref="TaskQueueLimits.WorkflowStartsPerKey"/>); empty means not at all. At most 1,000 bytes of UTF-8.</summary>
    public string ConcurrencyKey { get; init; } = string.Empty;
}
