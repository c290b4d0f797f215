using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Signals to other runs.</summary>
internal static class ExternalSignalFold
{
    internal static void Initiated(RunState state, SignalExternalWorkflowExecutionInitiated initiated, long eventId)
    {
        state.ExternalSignals ??= new PendingSet<PendingExternalSignal>();
        state.ExternalSignals.Add(new PendingExternalSignal(eventId, initiated));
    }

    internal static void Resolved(RunState state, long initiatedEventId) =>
        Invariant.That(state.ExternalSignals?.Remove(initiatedEventId) is true, "a signal to another run that is resolved was pending");
}
