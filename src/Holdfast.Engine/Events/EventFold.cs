using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Folds an event of the history into the state.</summary>
internal static class EventFold
{
    internal static void Apply(RunState state, HistoryEvent recorded)
    {
        Invariant.That(recorded.EventId == state.NextEventId, "event IDs have no gaps");
        Invariant.That(state.Phase == RunPhase.Open || (state.Phase == RunPhase.NotStarted && recorded.Type == EventType.WorkflowExecutionStarted), "events lie between start and close");
        state.NextEventId++;
        if (state.BufferedEvents.Count != 0 && BufferedEventFold.MayBeBuffered(recorded.Type))
        {
            BufferedEventFold.Write(state, recorded);
        }
        else
        {
            EventFoldTable.Apply(state, recorded.Attributes, recorded.EventId, recorded.Time);
            RunClosedFold.Apply(state, recorded);
        }
    }
}
