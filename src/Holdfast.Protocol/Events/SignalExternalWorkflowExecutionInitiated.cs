namespace Holdfast.Protocol;

/// <summary>The workflow asked that a signal be sent to another run.</summary>
public sealed record SignalExternalWorkflowExecutionInitiated : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.SignalExternalWorkflowExecutionInitiated;

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }

    /// <summary>Namespace of the other run.</summary>
    public required string Namespace { get; init; }

    /// <summary>The other run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>The signal's name.</summary>
    public required string SignalName { get; init; }

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>True when it must be a child of this run.</summary>
    public bool ChildWorkflowOnly { get; init; }
}
