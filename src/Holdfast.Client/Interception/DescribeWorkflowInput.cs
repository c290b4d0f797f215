using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A run is described.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
public sealed record DescribeWorkflowInput(WorkflowExecution Execution);
