using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Ask another run to cancel. The runtime answers with <see cref="ResolveExternalCancel"/>.</summary>
public sealed record RequestExternalCancel(long InitiatedEventId, string Namespace, WorkflowExecution Execution, bool ChildWorkflowOnly, string Reason) : Effect;
