namespace Holdfast.Protocol;

/// <summary>The workflow changed its search attributes.</summary>
public sealed record UpsertWorkflowSearchAttributes : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.UpsertWorkflowSearchAttributes;

    /// <summary>Attributes to set; one with the null payload is removed.</summary>
    public PayloadMap SearchAttributes { get; init; } = PayloadMap.Empty;

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }
}
