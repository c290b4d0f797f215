namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.RecordActivityTaskHeartbeatAsync"/>.</summary>
/// <param name="Activity">The attempt.</param>
/// <param name="Details">Details kept for the next attempt.</param>
public sealed record RecordActivityTaskHeartbeatRequest(ActivityRef Activity, Payloads Details);
