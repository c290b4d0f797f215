namespace Holdfast.Interception;

/// <summary>A page of runs is listed.</summary>
/// <param name="Filter">Which runs.</param>
/// <param name="PageToken">Where the page begins; null for the first.</param>
public sealed record ListWorkflowsPageInput(WorkflowListFilter Filter, string? PageToken);
