namespace Holdfast.Interception;

/// <summary>Workflow code asks another workflow to cancel.</summary>
/// <param name="Target">The other workflow, a child or not.</param>
/// <param name="Reason">Why; shown in its history.</param>
public sealed record CancelExternalWorkflowInput(ExternalWorkflowTarget Target, string Reason);
