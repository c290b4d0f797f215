using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Requests to cancel other runs.</summary>
internal static class ExternalCancelFold
{
    internal static void Initiated(RunState state, RequestCancelExternalWorkflowExecutionInitiated initiated, long eventId) =>
        state.PendingExternalCancels.Add(new PendingExternalCancel(eventId, initiated));

    internal static void Resolved(RunState state, long initiatedEventId) =>
        Invariant.That(state.PendingExternalCancels.Remove(initiatedEventId), "a request to cancel that is resolved was pending");
}
