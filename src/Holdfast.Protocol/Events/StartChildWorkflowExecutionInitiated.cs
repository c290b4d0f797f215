namespace Holdfast.Protocol;

/// <summary>A child workflow was asked for.</summary>
public sealed record StartChildWorkflowExecutionInitiated : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.StartChildWorkflowExecutionInitiated;

    /// <summary>Namespace of the child.</summary>
    public required string Namespace { get; init; }

    /// <summary>Workflow ID of the child.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>Workflow type of the child.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Task queue of the child.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Limit of the child's chain of runs.</summary>
    public TimeSpan? WorkflowExecutionTimeout { get; init; }

    /// <summary>Limit of the child's run.</summary>
    public TimeSpan? WorkflowRunTimeout { get; init; }

    /// <summary>Limit of the child's workflow tasks.</summary>
    public required TimeSpan WorkflowTaskTimeout { get; init; }

    /// <summary>What happens to it when this run closes.</summary>
    public required ParentClosePolicy ParentClosePolicy { get; init; }

    /// <summary>Whether its ID may be reused.</summary>
    public required WorkflowIdReusePolicy WorkflowIdReusePolicy { get; init; }

    /// <summary>Retry policy of the child.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Memo of the child.</summary>
    public PayloadMap Memo { get; init; } = PayloadMap.Empty;

    /// <summary>Search attributes of the child.</summary>
    public PayloadMap SearchAttributes { get; init; } = PayloadMap.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }

    /// <summary>Run ID that the child's first run will have; makes the start idempotent.</summary>
    public required RunId ChildRunId { get; init; }

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
