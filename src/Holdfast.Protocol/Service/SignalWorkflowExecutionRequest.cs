namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.SignalWorkflowExecutionAsync"/>.</summary>
public sealed record SignalWorkflowExecutionRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run; without a run ID the current one.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>The signal's name.</summary>
    public required string SignalName { get; init; }

    /// <summary>Idempotence key.</summary>
    public required string RequestId { get; init; }

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Who asks.</summary>
    public string Identity { get; init; } = string.Empty;
}
