namespace Holdfast.Protocol;

/// <summary>The parent of a child workflow.</summary>
/// <param name="Namespace">The parent's namespace.</param>
/// <param name="Execution">The parent's run.</param>
/// <param name="InitiatedEventId">The StartChildWorkflowExecutionInitiated event in the parent's history.</param>
public sealed record ParentInfo(string Namespace, WorkflowExecution Execution, long InitiatedEventId);
