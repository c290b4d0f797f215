namespace Holdfast.Protocol;

/// <summary>The run began.</summary>
public sealed record WorkflowExecutionStarted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionStarted;

    /// <summary>The workflow type.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Task queue of its workflow tasks.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Who started it.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>Idempotence key of the start request.</summary>
    public string RequestId { get; init; } = string.Empty;

    /// <summary>Limit of the whole chain of runs; null means none.</summary>
    public TimeSpan? WorkflowExecutionTimeout { get; init; }

    /// <summary>When the execution timeout passes; carried through the chain.</summary>
    public DateTimeOffset? WorkflowExecutionExpirationTime { get; init; }

    /// <summary>Limit of this run; null means none.</summary>
    public TimeSpan? WorkflowRunTimeout { get; init; }

    /// <summary>Limit of one workflow task.</summary>
    public required TimeSpan WorkflowTaskTimeout { get; init; }

    /// <summary>Workflow retry policy; null means no retries.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Attempt under the workflow retry policy, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Delay of the first workflow task; null means none.</summary>
    public TimeSpan? FirstWorkflowTaskBackoff { get; init; }

    /// <summary>First run of the chain.</summary>
    public required RunId FirstExecutionRunId { get; init; }

    /// <summary>The run that this one continues; null for the first of a chain.</summary>
    public RunId? ContinuedExecutionRunId { get; init; }

    /// <summary>Why it continues another run.</summary>
    public ContinueAsNewInitiator? Initiator { get; init; }

    /// <summary>Failure of the run before, when retried.</summary>
    public Failure? ContinuedFailure { get; init; }

    /// <summary>Result of the last completed run of the chain.</summary>
    public Payloads? LastCompletionResult { get; init; }

    /// <summary>The parent, when it is a child workflow.</summary>
    public ParentInfo? Parent { get; init; }

    /// <summary>Unindexed notes.</summary>
    public PayloadMap Memo { get; init; } = PayloadMap.Empty;

    /// <summary>Indexed attributes.</summary>
    public PayloadMap SearchAttributes { get; init; } = PayloadMap.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Cron schedule, five fields in UTC unless it names a time zone; empty means none.</summary>
    public string CronSchedule { get; init; } = string.Empty;

    /// <summary>The run whose start this is: another one when this run came of a reset; null means this one.</summary>
    public RunId? OriginalExecutionRunId { get; init; }

    /// <summary>The workflow at the top of the tree of children; none when this is it.</summary>
    public WorkflowExecution RootWorkflow { get; init; }

    /// <summary>Priority and fairness of its tasks; null means the default.</summary>
    public Priority? Priority { get; init; }

    /// <summary>A line for people; at most 400 bytes of UTF-8.</summary>
    public string StaticSummary { get; init; } = string.Empty;

    /// <summary>Text for people; at most 20,000 bytes of UTF-8.</summary>
    public string StaticDetails { get; init; } = string.Empty;

    /// <summary>What the run executes.</summary>
    public RunKind Kind { get; init; }

    /// <summary>Where builds first ran in the runs of the chain before this one, oldest first.</summary>
    public ResetPointList PreviousResetPoints { get; init; } = ResetPointList.Empty;

    /// <summary>Runs with the same key are counted together by the limits of their task queue; empty means not at all.</summary>
    public string ConcurrencyKey { get; init; } = string.Empty;

    /// <summary>Whether limits on starts count the run, and how it is let in.</summary>
    public StartAdmission Admission { get; init; }

    /// <summary>When the first of a row of debounced starts came of which this one is the last; null when it was not debounced.</summary>
    public DateTimeOffset? DebouncedSince { get; init; }
}
