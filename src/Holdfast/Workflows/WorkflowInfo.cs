using Holdfast.Protocol;

namespace Holdfast;

/// <summary>What workflow code may know of its own run.</summary>
public sealed record WorkflowInfo
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The workflow ID.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>The run.</summary>
    public required RunId RunId { get; init; }

    /// <summary>The workflow type.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Task queue of its workflow tasks.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Attempt under the workflow's retry policy, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the run started.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>The parent, when it is a child workflow.</summary>
    public ParentInfo? Parent { get; init; }

    /// <summary>The workflow at the root of the tree of children: this one, when it has no parent.</summary>
    public WorkflowExecution Root { get; init; }

    /// <summary>First run of the chain (retries, continue-as-new).</summary>
    public required RunId FirstExecutionRunId { get; init; }

    /// <summary>The run that this one continues; null for the first of a chain.</summary>
    public RunId? ContinuedRunId { get; init; }

    /// <summary>Limit of the chain of runs; null means none.</summary>
    public TimeSpan? WorkflowExecutionTimeout { get; init; }

    /// <summary>Limit of this run; null means none.</summary>
    public TimeSpan? WorkflowRunTimeout { get; init; }

    /// <summary>Limit of one workflow task.</summary>
    public TimeSpan WorkflowTaskTimeout { get; init; }

    /// <summary>The workflow's retry policy; null means no retries.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>When it runs again and again, by cron; empty when it does not.</summary>
    public string CronSchedule { get; init; } = string.Empty;

    /// <summary>Delay of the run's first workflow task (start delay, retry, cron); null means none.</summary>
    public TimeSpan? FirstWorkflowTaskBackoff { get; init; }

    /// <summary>How urgent its tasks are; null means the defaults.</summary>
    public Priority? Priority { get; init; }

    /// <summary>What failed the run before, when this one is a retry or the next by cron; null when nothing did.</summary>
    public Exception? LastFailure { get; init; }

    /// <summary>Result of the last run of the chain that completed, as of a cron workflow; null when there is none.</summary>
    public RawArguments? LastResult { get; init; }

    /// <summary>Unindexed notes as they were when the workflow task began; Workflow.Memo has later changes too.</summary>
    public PayloadMap Memo { get; init; } = PayloadMap.Empty;

    /// <summary>Search attributes as they were when the workflow task began; Workflow.SearchAttributes has later changes too.</summary>
    public SearchAttributes SearchAttributes { get; init; } = SearchAttributes.Empty;

    /// <summary>What interceptors of the starter sent along, after the codecs.</summary>
    public PayloadMap Headers { get; init; } = PayloadMap.Empty;

    /// <summary>Number of events in the history, up to the current workflow task.</summary>
    public long HistoryLength { get; init; }

    /// <summary>Encoded size of the history, up to the current workflow task.</summary>
    public long HistorySizeBytes { get; init; }

    /// <summary>True when the history has grown so long that the workflow should continue as new.</summary>
    public bool SuggestContinueAsNew { get; init; }

    /// <summary>Why the workflow should continue as new.</summary>
    public SuggestContinueAsNewReasons SuggestContinueAsNewReasons { get; init; }
}
