using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>One event. The table of event types; each group has a file of its own.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter writer, HistoryEvent item, HistoryContext context)
    {
        writer.WriteStartObject();
        writer.WriteId("eventId", item.EventId);
        writer.WriteTime("eventTime", item.Time);
        writer.WriteEnum("eventType", "EVENT_TYPE", item.Type);
        writer.WriteId("taskId", item.EventId);
        writer.WriteStartObject(AttributesName(item.Type));
        WriteAttributes(writer, item, context);
        writer.WriteEndObject();
        WriteUserMetadata(writer, item.Attributes);
        writer.WriteEndObject();
    }

    private static string AttributesName(EventType type)
    {
        var name = type.ToString();
        return $"{char.ToLowerInvariant(name[0])}{name.AsSpan(1)}EventAttributes";
    }

    private static void WriteAttributes(Utf8JsonWriter writer, HistoryEvent item, HistoryContext context)
    {
        switch (item.Attributes)
        {
            case WorkflowExecutionStarted e: RunEventsJson.Started(writer, e, context); break;
            case WorkflowExecutionCompleted e: RunEventsJson.Completed(writer, e); break;
            case WorkflowExecutionFailed e: RunEventsJson.Failed(writer, e); break;
            case WorkflowExecutionTimedOut e: RunEventsJson.TimedOut(writer, e); break;
            case WorkflowExecutionCanceled e: RunEventsJson.Canceled(writer, e); break;
            case WorkflowExecutionTerminated e: RunEventsJson.Terminated(writer, e); break;
            case WorkflowExecutionContinuedAsNew e: RunEventsJson.ContinuedAsNew(writer, e); break;
            case WorkflowExecutionCancelRequested e: OutsideEventsJson.CancelRequested(writer, e); break;
            case WorkflowExecutionSignaled e: OutsideEventsJson.Signaled(writer, e); break;
            case WorkflowExecutionOptionsUpdated e: OutsideEventsJson.OptionsUpdated(writer, e); break;
            case WorkflowExecutionPaused e: OutsideEventsJson.Paused(writer, e.Identity, e.Reason, e.RequestId); break;
            case WorkflowExecutionUnpaused e: OutsideEventsJson.Paused(writer, e.Identity, e.Reason, e.RequestId); break;
            case WorkflowTaskScheduled e: WorkflowTaskEventsJson.Scheduled(writer, e); break;
            case WorkflowTaskStarted e: WorkflowTaskEventsJson.Started(writer, e); break;
            case WorkflowTaskCompleted e: WorkflowTaskEventsJson.Completed(writer, e, item.EventId == context.FirstTaskCompletedEventId); break;
            case WorkflowTaskTimedOut e: WorkflowTaskEventsJson.TimedOut(writer, e); break;
            case WorkflowTaskFailed e: WorkflowTaskEventsJson.Failed(writer, e); break;
            case ActivityTaskScheduled e: ActivityEventsJson.Scheduled(writer, e); break;
            case ActivityTaskStarted e: ActivityEventsJson.Started(writer, e); break;
            case ActivityTaskCompleted e: ActivityEventsJson.Completed(writer, e); break;
            case ActivityTaskFailed e: ActivityEventsJson.Failed(writer, e); break;
            case ActivityTaskTimedOut e: ActivityEventsJson.TimedOut(writer, e); break;
            case ActivityTaskCancelRequested e: ActivityEventsJson.CancelRequested(writer, e); break;
            case ActivityTaskCanceled e: ActivityEventsJson.Canceled(writer, e); break;
            case TimerStarted e: TimerEventsJson.Started(writer, e); break;
            case TimerFired e: TimerEventsJson.Fired(writer, e); break;
            case TimerCanceled e: TimerEventsJson.Canceled(writer, e); break;
            case MarkerRecorded e: MarkerEventsJson.Recorded(writer, e); break;
            case UpsertWorkflowSearchAttributes e: MarkerEventsJson.SearchAttributes(writer, e); break;
            case WorkflowPropertiesModified e: MarkerEventsJson.Properties(writer, e); break;
            default: WriteAttributesOfOthers(writer, item.Attributes); break;
        }
    }

    private static void WriteAttributesOfOthers(Utf8JsonWriter writer, EventAttributes attributes)
    {
        switch (attributes)
        {
            case StartChildWorkflowExecutionInitiated e: ChildEventsJson.Initiated(writer, e); break;
            case StartChildWorkflowExecutionFailed e: ChildEventsJson.StartFailed(writer, e); break;
            case ChildWorkflowExecutionStarted e: ChildEventsJson.Started(writer, e); break;
            case ChildWorkflowExecutionCompleted e: ChildEventsJson.Completed(writer, e); break;
            case ChildWorkflowExecutionFailed e: ChildEventsJson.Failed(writer, e); break;
            case ChildWorkflowExecutionCanceled e: ChildEventsJson.Canceled(writer, e); break;
            case ChildWorkflowExecutionTimedOut e: ChildEventsJson.TimedOut(writer, e); break;
            case ChildWorkflowExecutionTerminated e: ChildEventsJson.Terminated(writer, e); break;
            case RequestCancelExternalWorkflowExecutionInitiated e: ExternalEventsJson.CancelInitiated(writer, e); break;
            case RequestCancelExternalWorkflowExecutionFailed e: ExternalEventsJson.CancelFailed(writer, e); break;
            case ExternalWorkflowExecutionCancelRequested e: ExternalEventsJson.Reached(writer, e.Namespace, e.Execution, e.InitiatedEventId); break;
            case SignalExternalWorkflowExecutionInitiated e: ExternalEventsJson.SignalInitiated(writer, e); break;
            case SignalExternalWorkflowExecutionFailed e: ExternalEventsJson.SignalFailed(writer, e); break;
            case ExternalWorkflowExecutionSignaled e: ExternalEventsJson.Reached(writer, e.Namespace, e.Execution, e.InitiatedEventId); break;
            case WorkflowExecutionUpdateAdmitted e: UpdateEventsJson.Admitted(writer, e); break;
            case WorkflowExecutionUpdateAccepted e: UpdateEventsJson.Accepted(writer, e); break;
            case WorkflowExecutionUpdateCompleted e: UpdateEventsJson.Completed(writer, e); break;
            default: throw new HoldfastException(ErrorCodes.InvariantBroken, $"The event {attributes.Type} has no Temporal form.");
        }
    }

    private static void WriteUserMetadata(Utf8JsonWriter writer, EventAttributes attributes)
    {
        var (summary, details) = attributes switch
        {
            WorkflowExecutionStarted e => (e.StaticSummary, e.StaticDetails),
            StartChildWorkflowExecutionInitiated e => (e.StaticSummary, e.StaticDetails),
            ActivityTaskScheduled e => (e.Summary, string.Empty),
            TimerStarted e => (e.Summary, string.Empty),
            _ => (string.Empty, string.Empty),
        };
        if (summary.Length + details.Length == 0)
        {
            return;
        }

        writer.WriteStartObject("userMetadata");
        PayloadJson.WriteText(writer, "summary", summary);
        PayloadJson.WriteText(writer, "details", details);
        writer.WriteEndObject();
    }
}
