using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Event type to its fold. The event ID is 0 for an event that is only buffered yet.</summary>
internal static class EventFoldTable
{
    internal static void Apply(RunState state, EventAttributes attributes, long eventId, DateTimeOffset time)
    {
        switch (attributes.Type)
        {
            case EventType.WorkflowExecutionStarted: WorkflowExecutionStartedFold.Apply(state, (WorkflowExecutionStarted)attributes, time); break;
            case EventType.WorkflowTaskScheduled: WorkflowTaskFold.Scheduled(state, (WorkflowTaskScheduled)attributes, eventId, time); break;
            case EventType.WorkflowTaskStarted: WorkflowTaskFold.Started(state, (WorkflowTaskStarted)attributes, eventId, time); break;
            case EventType.WorkflowTaskCompleted: WorkflowTaskFold.Completed(state, (WorkflowTaskCompleted)attributes, eventId, time); break;
            case EventType.WorkflowTaskFailed: WorkflowTaskFold.Failed(state, (WorkflowTaskFailed)attributes, time); break;
            case EventType.WorkflowTaskTimedOut: WorkflowTaskFold.TimedOut(state, time); break;
            case EventType.ActivityTaskScheduled: ActivityTaskFold.Scheduled(state, (ActivityTaskScheduled)attributes, eventId, time); break;
            case EventType.ActivityTaskStarted: break; // the attempt's own transition said so
            case EventType.ActivityTaskCompleted: ActivityTaskFold.Ended(state, ((ActivityTaskCompleted)attributes).ScheduledEventId); break;
            case EventType.ActivityTaskFailed: ActivityTaskFold.Ended(state, ((ActivityTaskFailed)attributes).ScheduledEventId); break;
            case EventType.ActivityTaskTimedOut: ActivityTaskFold.Ended(state, ((ActivityTaskTimedOut)attributes).ScheduledEventId); break;
            case EventType.ActivityTaskCanceled: ActivityTaskFold.Ended(state, ((ActivityTaskCanceled)attributes).ScheduledEventId); break;
            case EventType.ActivityTaskCancelRequested: ActivityTaskFold.CancelRequested(state, (ActivityTaskCancelRequested)attributes, eventId); break;
            case EventType.TimerStarted: TimerFold.Started(state, (TimerStarted)attributes, eventId, time); break;
            case EventType.TimerFired: TimerFold.Fired(state, (TimerFired)attributes); break;
            case EventType.TimerCanceled: TimerFold.Canceled(state, (TimerCanceled)attributes); break;
            case EventType.WorkflowExecutionSignaled: WorkflowExecutionSignaledFold.Apply(state, (WorkflowExecutionSignaled)attributes); break;
            case EventType.WorkflowExecutionCancelRequested: WorkflowExecutionCancelRequestedFold.Apply(state, (WorkflowExecutionCancelRequested)attributes); break;
            case EventType.MarkerRecorded: break; // it means something to the worker alone
            case EventType.StartChildWorkflowExecutionInitiated: ChildWorkflowExecutionFold.Initiated(state, (StartChildWorkflowExecutionInitiated)attributes, eventId); break;
            case EventType.StartChildWorkflowExecutionFailed: ChildWorkflowExecutionFold.StartFailed(state, ((StartChildWorkflowExecutionFailed)attributes).InitiatedEventId); break;
            case EventType.ChildWorkflowExecutionStarted: ChildWorkflowExecutionFold.Started(state, ((ChildWorkflowExecutionStarted)attributes).InitiatedEventId, eventId); break;
            case EventType.ChildWorkflowExecutionCompleted: ChildWorkflowExecutionFold.Closed(state, ((ChildWorkflowExecutionCompleted)attributes).InitiatedEventId); break;
            case EventType.ChildWorkflowExecutionFailed: ChildWorkflowExecutionFold.Closed(state, ((ChildWorkflowExecutionFailed)attributes).InitiatedEventId); break;
            case EventType.ChildWorkflowExecutionCanceled: ChildWorkflowExecutionFold.Closed(state, ((ChildWorkflowExecutionCanceled)attributes).InitiatedEventId); break;
            case EventType.ChildWorkflowExecutionTimedOut: ChildWorkflowExecutionFold.Closed(state, ((ChildWorkflowExecutionTimedOut)attributes).InitiatedEventId); break;
            case EventType.ChildWorkflowExecutionTerminated: ChildWorkflowExecutionFold.Closed(state, ((ChildWorkflowExecutionTerminated)attributes).InitiatedEventId); break;
            case EventType.SignalExternalWorkflowExecutionInitiated: ExternalSignalFold.Initiated(state, (SignalExternalWorkflowExecutionInitiated)attributes, eventId); break;
            case EventType.SignalExternalWorkflowExecutionFailed: ExternalSignalFold.Resolved(state, ((SignalExternalWorkflowExecutionFailed)attributes).InitiatedEventId); break;
            case EventType.ExternalWorkflowExecutionSignaled: ExternalSignalFold.Resolved(state, ((ExternalWorkflowExecutionSignaled)attributes).InitiatedEventId); break;
            case EventType.RequestCancelExternalWorkflowExecutionInitiated: ExternalCancelFold.Initiated(state, (RequestCancelExternalWorkflowExecutionInitiated)attributes, eventId); break;
            case EventType.RequestCancelExternalWorkflowExecutionFailed: ExternalCancelFold.Resolved(state, ((RequestCancelExternalWorkflowExecutionFailed)attributes).InitiatedEventId); break;
            case EventType.ExternalWorkflowExecutionCancelRequested: ExternalCancelFold.Resolved(state, ((ExternalWorkflowExecutionCancelRequested)attributes).InitiatedEventId); break;
            case EventType.UpsertWorkflowSearchAttributes: SearchAttributesFold.Upserted(state, (UpsertWorkflowSearchAttributes)attributes); break;
            case EventType.WorkflowPropertiesModified: WorkflowPropertiesFold.Modified(state, (WorkflowPropertiesModified)attributes); break;
            case EventType.WorkflowExecutionUpdateAccepted: UpdateFold.Accepted(state, (WorkflowExecutionUpdateAccepted)attributes, eventId); break;
            case EventType.WorkflowExecutionUpdateCompleted: UpdateFold.Completed(state, (WorkflowExecutionUpdateCompleted)attributes); break;
            case EventType.WorkflowExecutionUpdateAdmitted: UpdateFold.Admitted(state, (WorkflowExecutionUpdateAdmitted)attributes, eventId); break;
            case EventType.WorkflowExecutionPaused: PauseFold.Paused(state, (WorkflowExecutionPaused)attributes, time); break;
            case EventType.WorkflowExecutionUnpaused: PauseFold.Unpaused(state, (WorkflowExecutionUnpaused)attributes); break;
            case EventType.WorkflowExecutionCompleted:
            case EventType.WorkflowExecutionFailed:
            case EventType.WorkflowExecutionTimedOut:
            case EventType.WorkflowExecutionCanceled:
            case EventType.WorkflowExecutionTerminated:
            case EventType.WorkflowExecutionContinuedAsNew:
                break; // RunClosedFold
            case EventType.WorkflowExecutionOptionsUpdated: WorkflowExecutionOptionsUpdatedFold.Apply(state, (WorkflowExecutionOptionsUpdated)attributes); break;
            default:
                throw new HoldfastException(ErrorCodes.CorruptData, $"The engine does not know events of type {attributes.Type}.");
        }
    }
}
