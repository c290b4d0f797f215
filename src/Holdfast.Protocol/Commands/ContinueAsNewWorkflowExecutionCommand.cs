namespace Holdfast.Protocol;

/// <summary>Ends the run and starts another of the same workflow ID.</summary>
public sealed record ContinueAsNewWorkflowExecutionCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.ContinueAsNewWorkflowExecution;

    /// <summary>Workflow type of the new run; empty means the same.</summary>
    public string WorkflowType { get; init; } = string.Empty;

    /// <summary>Task queue of the new run; empty means the same.</summary>
    public string TaskQueue { get; init; } = string.Empty;

    /// <summary>Arguments of the new run.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Run timeout of the new run; null means the same.</summary>
    public TimeSpan? WorkflowRunTimeout { get; init; }

    /// <summary>Workflow task timeout of the new run; null means the same.</summary>
    public TimeSpan? WorkflowTaskTimeout { get; init; }

    /// <summary>Delay of the first workflow task.</summary>
    public TimeSpan? BackoffStartInterval { get; init; }

    /// <summary>Retry policy of the new run; null means the same.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Memo of the new run; null means the same.</summary>
    public PayloadMap? Memo { get; init; }

    /// <summary>Search attributes of the new run; null means the same.</summary>
    public PayloadMap? SearchAttributes { get; init; }

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Priority and fairness of the new run's tasks; what it leaves open, and null, means the same.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Cron schedule of the new run; empty means the same.</summary>
    public string CronSchedule { get; init; } = string.Empty;
}
