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

    /// <summary>Unindexed notes as they were when the workflow task began; Workflow.Memo has later changes too.</summary>
    public PayloadMap Memo { get; init; } = PayloadMap.Empty;

    /// <summary>Search attributes as they were when the workflow task began; Workflow.SearchAttributes has later changes too.</summary>
    public SearchAttributes SearchAttributes { get; init; } = SearchAttributes.Empty;

    /// <summary>Number of events in the history, up to the current workflow task.</summary>
    public long HistoryLength { get; init; }

    /// <summary>Encoded size of the history, up to the current workflow task.</summary>
    public long HistorySizeBytes { get; init; }

    /// <summary>True when the history has grown so long that the workflow should continue as new.</summary>
    public bool SuggestContinueAsNew { get; init; }
}
