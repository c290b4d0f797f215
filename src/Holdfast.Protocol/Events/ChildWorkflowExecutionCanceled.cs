namespace Holdfast.Protocol;

/// <summary>The child was canceled.</summary>
public sealed record ChildWorkflowExecutionCanceled : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ChildWorkflowExecutionCanceled;

    /// <summary>Namespace of the child.</summary>
    public required string Namespace { get; init; }

    /// <summary>The child's last run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Workflow type of the child.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Details given by the child.</summary>
    public Payloads Details { get; init; } = Payloads.Empty;

    /// <summary>Its initiated event.</summary>
    public required long InitiatedEventId { get; init; }

    /// <summary>Its started event.</summary>
    public required long StartedEventId { get; init; }
}
