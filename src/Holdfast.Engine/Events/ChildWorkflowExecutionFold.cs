using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The life of a child, seen from its parent.</summary>
internal static class ChildWorkflowExecutionFold
{
    internal static void Initiated(RunState state, StartChildWorkflowExecutionInitiated initiated, long eventId)
    {
        state.PendingChildren.Add(new PendingChild(eventId, initiated));
        state.UnacknowledgedChildStarts++;
    }

    internal static void StartFailed(RunState state, long initiatedEventId)
    {
        Closed(state, initiatedEventId);
        state.UnacknowledgedChildStarts--;
    }

    internal static void Started(RunState state, long initiatedEventId, long eventId)
    {
        var child = state.PendingChildren.Find(initiatedEventId);
        Invariant.That(child is { IsStarted: false }, "a child that starts was asked for");
        child.IsStarted = true;
        child.StartedEventId = eventId;
        state.UnacknowledgedChildStarts--;
    }

    internal static void Closed(RunState state, long initiatedEventId) =>
        Invariant.That(state.PendingChildren.Remove(initiatedEventId), "a child that closes was pending");
}
