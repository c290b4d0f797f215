using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>This run closed: terminate the child, or ask it to cancel. Idempotent; nothing is answered.</summary>
/// <param name="Namespace">The child's namespace.</param>
/// <param name="Child">The child (its first run).</param>
/// <param name="InitiatedEventId">The child's initiated event in this run's history, so that a child not yet started is never started.</param>
/// <param name="Policy">Terminate or RequestCancel.</param>
public sealed record ApplyParentClosePolicy(string Namespace, WorkflowExecution Child, long InitiatedEventId, ParentClosePolicy Policy) : Effect;
