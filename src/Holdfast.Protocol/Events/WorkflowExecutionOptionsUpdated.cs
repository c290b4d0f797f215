namespace Holdfast.Protocol;

/// <summary>Options of the run were changed from outside.</summary>
public sealed record WorkflowExecutionOptionsUpdated : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionOptionsUpdated;

    /// <summary>The priority from now on, complete; null when it was not changed.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Request ID of a start that found this run and attached itself to it; empty when there was none.</summary>
    public string AttachedRequestId { get; init; } = string.Empty;

    /// <summary>Who changed them.</summary>
    public string Identity { get; init; } = string.Empty;
}
