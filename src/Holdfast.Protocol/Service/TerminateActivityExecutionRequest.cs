namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.TerminateActivityExecutionAsync"/>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="ActivityId">The activity's ID.</param>
/// <param name="RunId">The run; none for the newest.</param>
/// <param name="Reason">Why; the message of the outcome's failure. At most 1,000 bytes of UTF-8.</param>
/// <param name="Identity">Who asks.</param>
public sealed record TerminateActivityExecutionRequest(string Namespace, string ActivityId, RunId RunId, string Reason, string Identity);
