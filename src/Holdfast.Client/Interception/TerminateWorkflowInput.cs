using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A workflow is terminated.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="FirstExecutionRunId">First run of the chain that is meant; none for any.</param>
/// <param name="Reason">Why; shown in its history.</param>
/// <param name="Details">Details.</param>
public sealed record TerminateWorkflowInput(WorkflowExecution Execution, RunId FirstExecutionRunId, string Reason, IReadOnlyList<CallArgument> Details);
