namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.RespondActivityTaskAsync"/>.</summary>
/// <param name="Activity">The attempt.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Identity">The worker.</param>
public sealed record RespondActivityTaskRequest(ActivityRef Activity, ActivityOutcome Outcome, string Identity);
