using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Start a child. Idempotent by the run ID in <paramref name="Initiated"/>. The runtime answers with <see cref="ChildStarted"/> or <see cref="ChildStartFailed"/>.</summary>
/// <param name="InitiatedEventId">The child's initiated event in this run's history.</param>
/// <param name="Initiated">That event.</param>
/// <param name="Root">The workflow at the top of the tree.</param>
public sealed record StartChild(long InitiatedEventId, StartChildWorkflowExecutionInitiated Initiated, WorkflowExecution Root) : Effect;
