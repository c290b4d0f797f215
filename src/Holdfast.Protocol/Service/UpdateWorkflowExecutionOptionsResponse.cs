namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.UpdateWorkflowExecutionOptionsAsync"/>.</summary>
/// <param name="Priority">The run's priority as it is now; null when it has none.</param>
public sealed record UpdateWorkflowExecutionOptionsResponse(Priority? Priority);
