namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.DescribeWorkflowExecutionAsync"/>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Execution">The run; without a run ID the current (or last) one.</param>
public sealed record DescribeWorkflowExecutionRequest(string Namespace, WorkflowExecution Execution);
