namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.ResetWorkflowExecutionAsync"/>.</summary>
/// <param name="RunId">The new run.</param>
public sealed record ResetWorkflowExecutionResponse(RunId RunId);
