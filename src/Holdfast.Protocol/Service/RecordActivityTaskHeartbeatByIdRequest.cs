namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.RecordActivityTaskHeartbeatByIdAsync"/>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Execution">The run that scheduled the activity; without a run ID the current one.</param>
/// <param name="ActivityId">The activity's ID. Its attempt under way is meant.</param>
/// <param name="Details">Details kept for the next attempt.</param>
public sealed record RecordActivityTaskHeartbeatByIdRequest(string Namespace, WorkflowExecution Execution, string ActivityId, Payloads Details);
