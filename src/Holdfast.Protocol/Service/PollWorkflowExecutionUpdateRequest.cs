namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.PollWorkflowExecutionUpdateAsync"/>.</summary>
public sealed record PollWorkflowExecutionUpdateRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run; without a run ID the current one.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>The update.</summary>
    public required string UpdateId { get; init; }

    /// <summary>The stage to wait for.</summary>
    public UpdateStage WaitStage { get; init; } = UpdateStage.Completed;
}
