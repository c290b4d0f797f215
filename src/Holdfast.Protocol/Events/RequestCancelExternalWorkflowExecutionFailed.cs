namespace Holdfast.Protocol;

/// <summary>The other run could not be asked to cancel.</summary>
public sealed record RequestCancelExternalWorkflowExecutionFailed : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.RequestCancelExternalWorkflowExecutionFailed;

    /// <summary>Why.</summary>
    public required string Cause { get; init; }

    /// <summary>Namespace of the other run.</summary>
    public required string Namespace { get; init; }

    /// <summary>The other run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Its initiated event.</summary>
    public required long InitiatedEventId { get; init; }
}
