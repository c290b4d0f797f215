using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A run is reset.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="Options">Where to, and why.</param>
public sealed record ResetWorkflowInput(WorkflowExecution Execution, WorkflowResetOptions Options);
