using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A workflow is asked to cancel.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="FirstExecutionRunId">First run of the chain that is meant; none for any.</param>
/// <param name="Reason">Why; shown in its history.</param>
public sealed record CancelWorkflowInput(WorkflowExecution Execution, RunId FirstExecutionRunId, string Reason);
