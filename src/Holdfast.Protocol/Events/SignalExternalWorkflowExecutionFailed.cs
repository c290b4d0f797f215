namespace Holdfast.Protocol;

/// <summary>The signal could not be given to the other run.</summary>
public sealed record SignalExternalWorkflowExecutionFailed : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.SignalExternalWorkflowExecutionFailed;

    /// <summary>Why.</summary>
    public required SignalExternalWorkflowExecutionFailedCause Cause { get; init; }

    /// <summary>Namespace of the other run.</summary>
    public required string Namespace { get; init; }

    /// <summary>The other run.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Its initiated event.</summary>
    public required long InitiatedEventId { get; init; }
}
