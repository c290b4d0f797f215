using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The outcome of a <see cref="RequestExternalSignal"/> effect.</summary>
/// <param name="InitiatedEventId">Its initiated event.</param>
/// <param name="FailureCause">Why it failed; null when the other run has the signal.</param>
public sealed record ResolveExternalSignal(long InitiatedEventId, SignalExternalWorkflowExecutionFailedCause? FailureCause) : RunMessage;
