using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>An event that was buffered with its started event could not name it; it can when both are written, which happens in one step.</summary>
internal static class BufferedEventResolution
{
    internal static EventAttributes Resolve(EventAttributes attributes, IReadOnlyList<RunRecord> records) => attributes switch
    {
        ActivityTaskCompleted { StartedEventId: 0 } e => e with { StartedEventId = ActivityStartedEventId(e.ScheduledEventId, records) },
        ActivityTaskFailed { StartedEventId: 0 } e => e with { StartedEventId = ActivityStartedEventId(e.ScheduledEventId, records) },
        ActivityTaskTimedOut { StartedEventId: 0 } e => e with { StartedEventId = ActivityStartedEventId(e.ScheduledEventId, records) },
        ActivityTaskCanceled { StartedEventId: 0 } e => e with { StartedEventId = ActivityStartedEventId(e.ScheduledEventId, records) },
        ChildWorkflowExecutionCompleted { StartedEventId: 0 } e => e with { StartedEventId = ChildStartedEventId(e.InitiatedEventId, records) },
        ChildWorkflowExecutionFailed { StartedEventId: 0 } e => e with { StartedEventId = ChildStartedEventId(e.InitiatedEventId, records) },
        ChildWorkflowExecutionCanceled { StartedEventId: 0 } e => e with { StartedEventId = ChildStartedEventId(e.InitiatedEventId, records) },
        ChildWorkflowExecutionTimedOut { StartedEventId: 0 } e => e with { StartedEventId = ChildStartedEventId(e.InitiatedEventId, records) },
        ChildWorkflowExecutionTerminated { StartedEventId: 0 } e => e with { StartedEventId = ChildStartedEventId(e.InitiatedEventId, records) },
        _ => attributes,
    };

    /// <summary>The started event lies directly before, or there is none: no attempt had begun.</summary>
    private static long ActivityStartedEventId(long scheduledEventId, IReadOnlyList<RunRecord> records) =>
        records.Count != 0 && records[^1] is HistoryEvent { Attributes: ActivityTaskStarted started } recorded && started.ScheduledEventId == scheduledEventId
            ? recorded.EventId
            : 0;

    private static long ChildStartedEventId(long initiatedEventId, IReadOnlyList<RunRecord> records)
    {
        for (var i = records.Count - 1; i >= 0; i--)
        {
            if (records[i] is HistoryEvent { Attributes: ChildWorkflowExecutionStarted started } recorded && started.InitiatedEventId == initiatedEventId)
            {
                return recorded.EventId;
            }
        }

        return 0;
    }
}
