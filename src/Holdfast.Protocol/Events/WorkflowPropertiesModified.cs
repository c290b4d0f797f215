namespace Holdfast.Protocol;

/// <summary>The workflow changed its memo.</summary>
public sealed record WorkflowPropertiesModified : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowPropertiesModified;

    /// <summary>Entries to set; one with the null payload is removed.</summary>
    public PayloadMap UpsertedMemo { get; init; } = PayloadMap.Empty;

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }
}
