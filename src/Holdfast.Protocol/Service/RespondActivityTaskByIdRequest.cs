namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.RespondActivityTaskByIdAsync"/>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Execution">The run that scheduled the activity; without a run ID the current one.</param>
/// <param name="ActivityId">The activity's ID. Its attempt under way is meant.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Identity">Who reports.</param>
public sealed record RespondActivityTaskByIdRequest(string Namespace, WorkflowExecution Execution, string ActivityId, ActivityOutcome Outcome, string Identity);
