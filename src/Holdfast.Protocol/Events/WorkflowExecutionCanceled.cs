namespace Holdfast.Protocol;

/// <summary>The run ended after a request to cancel.</summary>
public sealed record WorkflowExecutionCanceled : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionCanceled;

    /// <summary>Details given by the workflow.</summary>
    public Payloads Details { get; init; } = Payloads.Empty;

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }
}
