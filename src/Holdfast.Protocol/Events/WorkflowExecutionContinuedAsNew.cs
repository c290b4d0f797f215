namespace Holdfast.Protocol;

/// <summary>The run ended and another of the same workflow ID took over.</summary>
public sealed record WorkflowExecutionContinuedAsNew : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionContinuedAsNew;

    /// <summary>The new run.</summary>
    public required RunId NewExecutionRunId { get; init; }

    /// <summary>Workflow type of the new run.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Task queue of the new run.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Arguments of the new run.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Run timeout of the new run; null means none.</summary>
    public TimeSpan? WorkflowRunTimeout { get; init; }

    /// <summary>Workflow task timeout of the new run.</summary>
    public required TimeSpan WorkflowTaskTimeout { get; init; }

    /// <summary>Delay of the new run's first workflow task.</summary>
    public TimeSpan? BackoffStartInterval { get; init; }

    /// <summary>Why.</summary>
    public required ContinueAsNewInitiator Initiator { get; init; }

    /// <summary>The failure that is retried.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Result carried on.</summary>
    public Payloads? LastCompletionResult { get; init; }

    /// <summary>Memo of the new run.</summary>
    public PayloadMap Memo { get; init; } = PayloadMap.Empty;

    /// <summary>Search attributes of the new run.</summary>
    public PayloadMap SearchAttributes { get; init; } = PayloadMap.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Retry policy of the new run.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }

    /// <summary>Cron schedule, five fields in UTC unless it names a time zone; empty means none.</summary>
    public string CronSchedule { get; init; } = string.Empty;
}
