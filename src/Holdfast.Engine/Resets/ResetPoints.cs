using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Where a history may be cut for a reset.</summary>
public static class ResetPoints
{
    /// <summary>The event before which the history is cut; null when it has no workflow task.</summary>
    /// <param name="events">The history.</param>
    /// <param name="target">Which workflow task.</param>
    /// <param name="finishEventId">The event, when it is named.</param>
    public static long? Find(IReadOnlyList<HistoryEvent> events, ResetTarget target, long finishEventId) => target switch
    {
        ResetTarget.FirstWorkflowTask => IdOf(events.FirstOrDefault(IsCompleted)) ?? BehindScheduled(events.FirstOrDefault(IsScheduled)),
        ResetTarget.LastWorkflowTask => IdOf(events.LastOrDefault(IsCompleted)) ?? BehindScheduled(events.LastOrDefault(IsScheduled)),
        _ => finishEventId,
    };

    /// <summary>What is wrong with cutting a history there; null when it may be: a workflow task was then waiting or running.</summary>
    /// <param name="events">The history.</param>
    /// <param name="finishEventId">The first event that is left out.</param>
    public static string? Problem(IReadOnlyList<HistoryEvent> events, long finishEventId)
    {
        if (finishEventId <= 1 || finishEventId > events.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The run has the events 1 to {events.Count}; it cannot be reset to event {finishEventId}. Name the WorkflowTaskStarted event of a workflow task, or the one that ended it.");
        }

        for (var i = (int)finishEventId - 2; i >= 0; i--)
        {
            if (IsScheduled(events[i]) || events[i].Attributes is WorkflowTaskStarted)
            {
                return null;
            }

            if (events[i].Attributes is WorkflowTaskCompleted or WorkflowTaskFailed or WorkflowTaskTimedOut)
            {
                break;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"No workflow task was waiting or running before event {finishEventId}. Name the WorkflowTaskStarted event of a workflow task, or the one that ended it.");
    }

    private static bool IsCompleted(HistoryEvent recorded) => recorded.Attributes is WorkflowTaskCompleted;

    private static bool IsScheduled(HistoryEvent recorded) => recorded.Attributes is WorkflowTaskScheduled;

    private static long? IdOf(HistoryEvent? recorded) => recorded?.EventId;

    private static long? BehindScheduled(HistoryEvent? scheduled) => scheduled?.EventId + 1;
}
