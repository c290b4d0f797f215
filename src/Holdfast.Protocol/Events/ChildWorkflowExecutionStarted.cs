namespace Holdfast.Protocol;

/// <summary>The child's first run began.</summary>
public sealed record ChildWorkflowExecutionStarted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ChildWorkflowExecutionStarted;

    /// <summary>Namespace of the child.</summary>
    public required string Namespace { get; init; }

    /// <summary>The child's run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Workflow type of the child.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Its initiated event.</summary>
    public required long InitiatedEventId { get; init; }
}
