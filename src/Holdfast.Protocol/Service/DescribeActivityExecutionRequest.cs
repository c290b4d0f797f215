namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.DescribeActivityExecutionAsync"/>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="ActivityId">The activity's ID.</param>
/// <param name="RunId">The run; none for the newest.</param>
public sealed record DescribeActivityExecutionRequest(string Namespace, string ActivityId, RunId RunId);
