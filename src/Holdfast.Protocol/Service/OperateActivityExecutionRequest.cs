namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.OperateActivityExecutionAsync"/>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="ActivityId">The activity's ID.</param>
/// <param name="RunId">The run; none for the newest.</param>
/// <param name="Operation">What is done to it.</param>
/// <param name="RequestId">Idempotence key: a request that is sent again changes nothing.</param>
/// <param name="Identity">Who asks.</param>
public sealed record OperateActivityExecutionRequest(string Namespace, string ActivityId, RunId RunId, ActivityOperation Operation, string RequestId, string Identity);
