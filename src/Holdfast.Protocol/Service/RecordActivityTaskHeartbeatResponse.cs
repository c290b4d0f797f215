namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.RecordActivityTaskHeartbeatAsync"/>.</summary>
/// <param name="CancelRequested">True when the activity should stop.</param>
/// <param name="Paused">True when the activity, or its run, is paused: the attempt should stop and is followed by another.</param>
/// <param name="Reset">True when the activity was reset while the attempt ran.</param>
public sealed record RecordActivityTaskHeartbeatResponse(bool CancelRequested, bool Paused = false, bool Reset = false);
