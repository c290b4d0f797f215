namespace Holdfast.Protocol;

/// <summary>What listing shows of a run.</summary>
public sealed record WorkflowExecutionInfo
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>The workflow type.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>The task queue.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>The state.</summary>
    public required WorkflowExecutionStatus Status { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>When its first workflow task was or is due: the start and its delay.</summary>
    public DateTimeOffset? ExecutionTime { get; init; }

    /// <summary>When it closed; null while open.</summary>
    public DateTimeOffset? CloseTime { get; init; }

    /// <summary>Number of events in its history.</summary>
    public long HistoryLength { get; init; }

    /// <summary>Encoded size of its history.</summary>
    public long HistorySizeBytes { get; init; }

    /// <summary>Changes of its state that were recorded.</summary>
    public long StateTransitionCount { get; init; }

    /// <summary>The parent, when it is a child.</summary>
    public ParentInfo? Parent { get; init; }

    /// <summary>The workflow at the top of the tree of children: this run when it has no parent; empty for runs that were settled before it was known.</summary>
    public WorkflowExecution Root { get; init; }

    /// <summary>Unindexed notes.</summary>
    public PayloadMap Memo { get; init; } = PayloadMap.Empty;

    /// <summary>Indexed attributes.</summary>
    public PayloadMap SearchAttributes { get; init; } = PayloadMap.Empty;
}
