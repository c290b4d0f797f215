namespace Holdfast.Protocol;

/// <summary>A worker took the workflow task.</summary>
public sealed record WorkflowTaskStarted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowTaskStarted;

    /// <summary>Its WorkflowTaskScheduled event.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>The worker.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>Idempotence key of the poll.</summary>
    public string RequestId { get; init; } = string.Empty;

    /// <summary>True when history has grown so long that the workflow should continue as new.</summary>
    public bool SuggestContinueAsNew { get; init; }

    /// <summary>Encoded size of the history so far.</summary>
    public long HistorySizeBytes { get; init; }

    /// <summary>Why it should.</summary>
    public SuggestContinueAsNewReasons SuggestContinueAsNewReasons { get; init; }
}
