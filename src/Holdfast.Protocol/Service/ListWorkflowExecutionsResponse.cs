namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.ListWorkflowExecutionsAsync"/>.</summary>
/// <param name="Executions">The runs, newest start first.</param>
/// <param name="NextPageToken">Token of the next page; null when this is the last.</param>
public sealed record ListWorkflowExecutionsResponse(IReadOnlyList<WorkflowExecutionInfo> Executions, string? NextPageToken);
