using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How a child workflow is run.</summary>
public sealed record ChildWorkflowOptions
{
    /// <summary>The child's workflow ID, at most 1,000 bytes of UTF-8. Default: this run's ID, a slash, and a number.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>Task queue. Default: the parent's.</summary>
    public string? TaskQueue { get; init; }

    /// <summary>Limit of the child's chain of runs. Default: none.</summary>
    public TimeSpan? WorkflowExecutionTimeout { get; init; }

    /// <summary>Limit of one run of the child. Default: none.</summary>
    public TimeSpan? WorkflowRunTimeout { get; init; }

    /// <summary>Limit of one workflow task of the child. Default: the engine's, 10 seconds.</summary>
    public TimeSpan? WorkflowTaskTimeout { get; init; }

    /// <summary>What happens to the child when the parent closes. Default <see cref="ParentClosePolicy.Terminate"/>.</summary>
    public ParentClosePolicy ParentClosePolicy { get; init; } = ParentClosePolicy.Terminate;

    /// <summary>Whether a workflow ID whose last run is closed may be used again. Default <see cref="WorkflowIdReusePolicy.AllowDuplicate"/>.</summary>
    public WorkflowIdReusePolicy WorkflowIdReusePolicy { get; init; } = WorkflowIdReusePolicy.AllowDuplicate;

    /// <summary>Retry policy of the child. Default: no retries.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Runs the child again and again: see the cron guide. The child ends for its parent when its chain of runs does. Default: runs once.</summary>
    public string CronSchedule { get; init; } = string.Empty;

    /// <summary>Children with the same key are counted together by limits on starts of their task queue; beyond a limit they wait. At most 1,000 bytes. Default none.</summary>
    public string ConcurrencyKey { get; init; } = string.Empty;

    /// <summary>A line for people, at most 400 bytes. Default none.</summary>
    public string StaticSummary { get; init; } = string.Empty;

    /// <summary>Text for people, at most 20,000 bytes. Default none.</summary>
    public string StaticDetails { get; init; } = string.Empty;

    /// <summary>What happens when the parent cancels it. Default <see cref="ChildWorkflowCancellationType.WaitCancellationCompleted"/>.</summary>
    public ChildWorkflowCancellationType CancellationType { get; init; } = ChildWorkflowCancellationType.WaitCancellationCompleted;

    /// <summary>Cancels the child. Default: the workflow's own token.</summary>
    public CancellationToken? CancellationToken { get; init; }

    /// <summary>Which tasks of a task queue come first. What it leaves open, and null, is the parent's.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Unindexed notes. Default: none.</summary>
    public PayloadMap Memo { get; init; } = PayloadMap.Empty;

    /// <summary>What the child is found by. Default: none.</summary>
    public SearchAttributes SearchAttributes { get; init; } = SearchAttributes.Empty;
}
