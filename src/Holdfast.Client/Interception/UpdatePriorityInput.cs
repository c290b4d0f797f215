using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Priority and fairness of a run are changed.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="Priority">The new priority; null for what the run started with.</param>
/// <param name="Fields">What of it is changed.</param>
public sealed record UpdatePriorityInput(WorkflowExecution Execution, Priority? Priority, PriorityFields Fields);
