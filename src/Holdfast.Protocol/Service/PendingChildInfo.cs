namespace Holdfast.Protocol;

/// <summary>A child that is asked for and not ended.</summary>
/// <param name="Execution">The child; no run ID until it has started.</param>
/// <param name="WorkflowType">Its type.</param>
/// <param name="InitiatedEventId">Its initiated event.</param>
/// <param name="ParentClosePolicy">What happens to it when the parent closes.</param>
public sealed record PendingChildInfo(WorkflowExecution Execution, string WorkflowType, long InitiatedEventId, ParentClosePolicy ParentClosePolicy);
