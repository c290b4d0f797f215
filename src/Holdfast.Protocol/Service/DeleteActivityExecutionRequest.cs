namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.DeleteActivityExecutionAsync"/>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="ActivityId">The activity's ID.</param>
/// <param name="RunId">The run; none for the newest.</param>
/// <param name="Identity">Who asks.</param>
public sealed record DeleteActivityExecutionRequest(string Namespace, string ActivityId, RunId RunId, string Identity);
