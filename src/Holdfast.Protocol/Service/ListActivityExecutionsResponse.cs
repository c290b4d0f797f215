namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.ListActivityExecutionsAsync"/>.</summary>
/// <param name="Executions">The runs, newest start first unless the filter says otherwise.</param>
/// <param name="NextPageToken">Token of the next page; null when this is the last.</param>
public sealed record ListActivityExecutionsResponse(IReadOnlyList<ActivityExecutionInfo> Executions, string? NextPageToken);
