namespace Holdfast.Protocol;

/// <summary>The child ended with a failure.</summary>
public sealed record ChildWorkflowExecutionFailed : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ChildWorkflowExecutionFailed;

    /// <summary>Namespace of the child.</summary>
    public required string Namespace { get; init; }

    /// <summary>The child's last run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Workflow type of the child.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Why.</summary>
    public required Failure Failure { get; init; }

    /// <summary>Why it was not retried.</summary>
    public required RetryState RetryState { get; init; }

    /// <summary>Its initiated event.</summary>
    public required long InitiatedEventId { get; init; }

    /// <summary>Its started event.</summary>
    public required long StartedEventId { get; init; }
}
