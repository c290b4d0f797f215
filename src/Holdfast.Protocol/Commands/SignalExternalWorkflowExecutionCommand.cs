namespace Holdfast.Protocol;

/// <summary>Asks that a signal be sent to another run.</summary>
public sealed record SignalExternalWorkflowExecutionCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.SignalExternalWorkflowExecution;

    /// <summary>Namespace of the other run; empty means this one's.</summary>
    public string Namespace { get; init; } = string.Empty;

    /// <summary>Workflow ID of the other run.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>The other run, or none for the current one.</summary>
    public RunId RunId { get; init; }

    /// <summary>The signal's name.</summary>
    public required string SignalName { get; init; }

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>True when it must be a child of this run.</summary>
    public bool ChildWorkflowOnly { get; init; }
}
