namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.CountActivityExecutionsAsync"/>.</summary>
/// <param name="Count">How many runs there are in all.</param>
/// <param name="Groups">How many of each group, most first; empty when the count is not grouped.</param>
public sealed record CountActivityExecutionsResponse(long Count, IReadOnlyList<WorkflowCountGroup> Groups);
