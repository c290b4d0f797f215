namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.RecordActivityTaskHeartbeatAsync"/>.</summary>
/// <param name="CancelRequested">True when the activity should stop.</param>
public sealed record RecordActivityTaskHeartbeatResponse(bool CancelRequested);
