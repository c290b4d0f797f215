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

    /// <summary>When it closed; null while open.</summary>
    public DateTimeOffset? CloseTime { get; init; }

    /// <summary>Number of events in its history.</summary>
    public long HistoryLength { get; init; }

    /// <summary>Encoded size of its history.</summary>
    public long HistorySizeBytes { get; init; }

    /// <summary>The parent, when it is a child.</summary>
    public ParentInfo? Parent { get; init; }

    /// <summary>Unindexed notes.</summary>
    public PayloadMap Memo { get; init; } = PayloadMap.Empty;

    /// <summary>Indexed attributes.</summary>
    public PayloadMap SearchAttributes { get; init; } = PayloadMap.Empty;
}
