namespace Holdfast.Protocol;

/// <summary>Asks for a child workflow.</summary>
public sealed record StartChildWorkflowExecutionCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.StartChildWorkflowExecution;

    /// <summary>Workflow ID of the child.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>Workflow type of the child.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Task queue of the child; empty means this run's.</summary>
    public string TaskQueue { get; init; } = string.Empty;

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Limit of the child's chain of runs.</summary>
    public TimeSpan? WorkflowExecutionTimeout { get; init; }

    /// <summary>Limit of the child's run.</summary>
    public TimeSpan? WorkflowRunTimeout { get; init; }

    /// <summary>Limit of the child's workflow tasks; null means the default.</summary>
    public TimeSpan? WorkflowTaskTimeout { get; init; }

    /// <summary>What happens to it when this run closes.</summary>
    public ParentClosePolicy ParentClosePolicy { get; init; } = ParentClosePolicy.Terminate;

    /// <summary>Whether its ID may be reused.</summary>
    public WorkflowIdReusePolicy WorkflowIdReusePolicy { get; init; } = WorkflowIdReusePolicy.AllowDuplicate;

    /// <summary>Retry policy of the child.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Memo of the child.</summary>
    public PayloadMap Memo { get; init; } = PayloadMap.Empty;

    /// <summary>Search attributes of the child.</summary>
    public PayloadMap SearchAttributes { get; init; } = PayloadMap.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Cron schedule, five fields in UTC unless it names a time zone; empty means none.</summary>
    public string CronSchedule { get; init; } = string.Empty;

    /// <summary>Priority and fairness of its tasks; null means the default.</summary>
    public Priority? Priority { get; init; }

    /// <summary>A line for people; at most 400 bytes of UTF-8.</summary>
    public string StaticSummary { get; init; } = string.Empty;

    /// <summary>Text for people; at most 20,000 bytes of UTF-8.</summary>
    public string StaticDetails { get; init; } = string.Empty;

    /// <summary>Runs with the same key are counted together by the limits of their task queue; empty means not at all.</summary>
    public string ConcurrencyKey { get; init; } = string.Empty;
}
