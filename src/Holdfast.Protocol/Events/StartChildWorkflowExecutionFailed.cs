namespace Holdfast.Protocol;

/// <summary>The child could not be started.</summary>
public sealed record StartChildWorkflowExecutionFailed : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.StartChildWorkflowExecutionFailed;

    /// <summary>Namespace of the child.</summary>
    public required string Namespace { get; init; }

    /// <summary>Workflow ID of the child.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>Workflow type of the child.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Why.</summary>
    public required StartChildWorkflowExecutionFailedCause Cause { get; init; }

    /// <summary>Its initiated event.</summary>
    public required long InitiatedEventId { get; init; }

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }
}
