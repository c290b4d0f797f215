namespace Holdfast.Protocol;

/// <summary>The child ended with a result.</summary>
public sealed record ChildWorkflowExecutionCompleted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ChildWorkflowExecutionCompleted;

    /// <summary>Namespace of the child.</summary>
    public required string Namespace { get; init; }

    /// <summary>The child's last run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Workflow type of the child.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>The result.</summary>
    public Payloads Result { get; init; } = Payloads.Empty;

    /// <summary>Its initiated event.</summary>
    public required long InitiatedEventId { get; init; }

    /// <summary>Its started event.</summary>
    public required long StartedEventId { get; init; }
}
