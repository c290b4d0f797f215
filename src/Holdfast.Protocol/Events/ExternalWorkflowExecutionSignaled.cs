namespace Holdfast.Protocol;

/// <summary>The other run has the signal.</summary>
public sealed record ExternalWorkflowExecutionSignaled : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ExternalWorkflowExecutionSignaled;

    /// <summary>Namespace of the other run.</summary>
    public required string Namespace { get; init; }

    /// <summary>The other run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Its initiated event.</summary>
    public required long InitiatedEventId { get; init; }
}
