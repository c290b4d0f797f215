namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.UpdateWithStartWorkflowExecutionAsync"/>.</summary>
public sealed record UpdateWithStartWorkflowExecutionRequest
{
    /// <summary>The start, used when no run of the workflow ID is open. The conflict policy says what happens when one is.</summary>
    public required StartWorkflowExecutionRequest Start { get; init; }

    /// <summary>The update.</summary>
    public required UpdateRequest Update { get; init; }

    /// <summary>The stage of the update to wait for: Accepted or Completed.</summary>
    public UpdateStage WaitStage { get; init; } = UpdateStage.Completed;
}
