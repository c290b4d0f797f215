namespace Holdfast.Protocol;

/// <summary>The workflow asked that another run (in this slice: a child) be canceled.</summary>
public sealed record RequestCancelExternalWorkflowExecutionInitiated : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.RequestCancelExternalWorkflowExecutionInitiated;

    /// <summary>Namespace of the other run.</summary>
    public required string Namespace { get; init; }

    /// <summary>The other run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>True when it must be a child of this run.</summary>
    public bool ChildWorkflowOnly { get; init; } = true;

    /// <summary>The reason given.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }
}
