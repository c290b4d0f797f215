using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Where a history may be cut for a reset.</summary>
public static class ResetPoints
{
    /// <summary>The event before which the history is cut; null when it has no workflow task.</summary>
    /// <param name="events">The types of the events of the history, in order.</param>
    /// <param name="target">Which workflow task.</param>
    /// <param name="finishEventId">The event, when it is named.</param>
    public static long? Find(IReadOnlyList<EventType> events, ResetTarget target, long finishEventId) => target switch
    {
        ResetTarget.FirstWorkflowTask => First(events, EventType.WorkflowTaskCompleted) ?? First(events, EventType.WorkflowTaskScheduled) + 1,
        ResetTarget.LastWorkflowTask => Last(events, EventType.WorkflowTaskCompleted) ?? Last(events, EventType.WorkflowTaskScheduled) + 1,
        _ => finishEventId,
    };

    /// <summary>What is wrong with cutting a history there; null when it may be: a workflow task was then waiting or running.</summary>
    /// <param name="events">The types of the events of the history, in order.</param>
    /// <param name="finishEventId">The first event that is left out.</param>
    public static string? Problem(IReadOnlyList<EventType> events, long finishEventId)
    {
        if (finishEventId <= 1 || finishEventId > events.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The run has the events 1 to {events.Count}; it cannot be reset to event {finishEventId}. Name the WorkflowTaskStarted event of a workflow task, or the one that ended it.");
        }

        for (var i = (int)finishEventId - 2; i >= 0; i--)
        {
            if (events[i] is EventType.WorkflowTaskScheduled or EventType.WorkflowTaskStarted)
            {
                return null;
            }

            if (events[i] is EventType.WorkflowTaskCompleted or EventType.WorkflowTaskFailed or EventType.WorkflowTaskTimedOut)
            {
                break;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"No workflow task was waiting or running before event {finishEventId}. Name the WorkflowTaskStarted event of a workflow task, or the one that ended it.");
    }

    private static long? First(IReadOnlyList<EventType> events, EventType type)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] == type)
            {
                return i + 1;
            }
        }

        return null;
    }

    private static long? Last(IReadOnlyList<EventType> events, EventType type)
    {
        for (var i = events.Count - 1; i >= 0; i--)
        {
            if (events[i] == type)
            {
                return i + 1;
            }
        }

        return null;
    }
}
