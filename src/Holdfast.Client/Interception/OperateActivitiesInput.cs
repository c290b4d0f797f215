using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Pending activities are paused, unpaused or reset, or their options changed.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="Activities">Which.</param>
/// <param name="Operation">What is done.</param>
public sealed record OperateActivitiesInput(WorkflowExecution Execution, ActivitySelector Activities, ActivityOperation Operation);
