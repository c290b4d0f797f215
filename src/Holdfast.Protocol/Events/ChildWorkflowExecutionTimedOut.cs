namespace Holdfast.Protocol;

/// <summary>A timeout of the child passed.</summary>
public sealed record ChildWorkflowExecutionTimedOut : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ChildWorkflowExecutionTimedOut;

    /// <summary>Namespace of the child.</summary>
    public required string Namespace { get; init; }

    /// <summary>The child's last run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Workflow type of the child.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Why it was not retried.</summary>
    public required RetryState RetryState { get; init; }

    /// <summary>Its initiated event.</summary>
    public required long InitiatedEventId { get; init; }

    /// <summary>Its started event.</summary>
    public required long StartedEventId { get; init; }
}
