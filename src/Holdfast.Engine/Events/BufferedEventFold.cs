using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Events that are buffered: the state takes note of them when they are, and only learns their IDs when they are written.</summary>
internal static class BufferedEventFold
{
    internal static void Buffer(RunState state, EventBuffered buffered)
    {
        Invariant.That(MayBeBuffered(buffered.Attributes.Type), "only what happens from outside is buffered");
        state.BufferedEvents.Add(buffered);
        EventFoldTable.Apply(state, buffered.Attributes, eventId: 0, buffered.Time);
    }

    internal static void Write(RunState state, HistoryEvent recorded)
    {
        Invariant.That(state.BufferedEvents.First.Type == recorded.Type, "buffered events are written in order, before others of their kind");
        state.BufferedEvents.RemoveFirst();
        if (recorded.Attributes is ChildWorkflowExecutionStarted started && state.PendingChildren.Find(started.InitiatedEventId) is { } child)
        {
            child.StartedEventId = recorded.EventId;
        }
    }

    /// <summary>True for what happens from outside; what a workflow task causes is never buffered.</summary>
    internal static bool MayBeBuffered(EventType type) => type
        is EventType.ActivityTaskStarted
        or EventType.ActivityTaskCompleted
        or EventType.ActivityTaskFailed
        or EventType.ActivityTaskTimedOut
        or EventType.ActivityTaskCanceled
        or EventType.TimerFired
        or EventType.WorkflowExecutionSignaled
        or EventType.WorkflowExecutionCancelRequested
        or EventType.StartChildWorkflowExecutionFailed
        or EventType.ChildWorkflowExecutionStarted
        or EventType.ChildWorkflowExecutionCompleted
        or EventType.ChildWorkflowExecutionFailed
        or EventType.ChildWorkflowExecutionCanceled
        or EventType.ChildWorkflowExecutionTimedOut
        or EventType.ChildWorkflowExecutionTerminated
        or EventType.RequestCancelExternalWorkflowExecutionFailed
        or EventType.ExternalWorkflowExecutionCancelRequested
        or EventType.SignalExternalWorkflowExecutionFailed
        or EventType.ExternalWorkflowExecutionSignaled
        or EventType.WorkflowExecutionOptionsUpdated
        or EventType.WorkflowExecutionPaused
        or EventType.WorkflowExecutionUnpaused;
}
