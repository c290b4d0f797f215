using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Send a signal to another run. Idempotent by this run and the initiated event. The runtime answers with <see cref="ResolveExternalSignal"/>.</summary>
/// <param name="InitiatedEventId">The signal's initiated event in this run's history.</param>
/// <param name="Initiated">That event.</param>
public sealed record RequestExternalSignal(long InitiatedEventId, SignalExternalWorkflowExecutionInitiated Initiated) : Effect;
