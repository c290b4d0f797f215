namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.TerminateWorkflowExecutionAsync"/>.</summary>
public sealed record TerminateWorkflowExecutionRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run; without a run ID the current one.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>When set, the run must belong to the chain that began with this run.</summary>
    public RunId FirstExecutionRunId { get; init; }

    /// <summary>The reason.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Details.</summary>
    public Payloads Details { get; init; } = Payloads.Empty;

    /// <summary>Who asks.</summary>
    public string Identity { get; init; } = string.Empty;
}
