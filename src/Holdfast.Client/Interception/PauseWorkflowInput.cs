using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A run is paused.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="Reason">Why; shown in its history.</param>
public sealed record PauseWorkflowInput(WorkflowExecution Execution, string Reason);
