using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Somebody waits for the result of a workflow.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="FollowRuns">True to wait for the runs that continue or retry it as well.</param>
public sealed record GetWorkflowResultInput(WorkflowExecution Execution, bool FollowRuns);
