namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.UpdateWithStartWorkflowExecutionAsync"/>.</summary>
/// <param name="Start">What became of the start.</param>
/// <param name="Update">What became of the update.</param>
public sealed record UpdateWithStartWorkflowExecutionResponse(StartWorkflowExecutionResponse Start, UpdateWorkflowExecutionResponse Update);
