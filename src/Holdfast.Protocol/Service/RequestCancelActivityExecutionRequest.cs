namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.RequestCancelActivityExecutionAsync"/>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="ActivityId">The activity's ID.</param>
/// <param name="RunId">The run; none for the newest.</param>
/// <param name="RequestId">Idempotence key.</param>
/// <param name="Reason">Why; shown in the description. At most 1,000 bytes of UTF-8.</param>
/// <param name="Identity">Who asks.</param>
public sealed record RequestCancelActivityExecutionRequest(string Namespace, string ActivityId, RunId RunId, string RequestId, string Reason, string Identity);
