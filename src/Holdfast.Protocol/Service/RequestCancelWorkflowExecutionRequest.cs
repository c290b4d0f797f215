namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.RequestCancelWorkflowExecutionAsync"/>.</summary>
public sealed record RequestCancelWorkflowExecutionRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run; without a run ID the current one.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>When set, the run must belong to the chain that began with this run.</summary>
    public RunId FirstExecutionRunId { get; init; }

    /// <summary>Idempotence key.</summary>
    public required string RequestId { get; init; }

    /// <summary>The reason.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Who asks.</summary>
    public string Identity { get; init; } = string.Empty;
}
