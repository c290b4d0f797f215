namespace Holdfast.Protocol;

/// <summary>Asks another run (in this slice: a child) to cancel.</summary>
public sealed record RequestCancelExternalWorkflowExecutionCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.RequestCancelExternalWorkflowExecution;

    /// <summary>Namespace of the other run; empty means this one's.</summary>
    public string Namespace { get; init; } = string.Empty;

    /// <summary>Workflow ID of the other run.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>The other run, or none for the current one.</summary>
    public required RunId RunId { get; init; }

    /// <summary>True when it must be a child of this run.</summary>
    public bool ChildWorkflowOnly { get; init; } = true;

    /// <summary>The reason.</summary>
    public string Reason { get; init; } = string.Empty;
}
