using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run closed: whoever waits for its result may have it, its worker may forget it, and it may be settled.</summary>
public sealed record RunClosed(WorkflowExecutionStatus Status) : Effect;
