using System.Collections.Frozen;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The table of events: what each type means to workflow code, and the job that it becomes.</summary>
internal static class EventJobs
{
    private static readonly FrozenDictionary<EventType, EventJob> Table = new Dictionary<EventType, EventJob>
    {
        [EventType.WorkflowExecutionStarted] = new(EventRole.StartJob, StartRunJob.Apply),
        [EventType.WorkflowExecutionSignaled] = new(EventRole.HandlerJob, SignalJob.Apply),
        [EventType.WorkflowExecutionCancelRequested] = new(EventRole.CancelJob, CancelRunJob.Apply),
        [EventType.ActivityTaskCompleted] = new(EventRole.ResolutionJob, ActivityCompletedJob.Apply),
        [EventType.ActivityTaskFailed] = new(EventRole.ResolutionJob, ActivityFailedJob.Apply),
        [EventType.ActivityTaskTimedOut] = new(EventRole.ResolutionJob, ActivityTimedOutJob.Apply),
        [EventType.ActivityTaskCanceled] = new(EventRole.ResolutionJob, ActivityCanceledJob.Apply),
        [EventType.TimerFired] = new(EventRole.ResolutionJob, TimerFiredJob.Apply),
        [EventType.StartChildWorkflowExecutionFailed] = new(EventRole.ResolutionJob, ChildStartFailedJob.Apply),
        [EventType.ChildWorkflowExecutionStarted] = new(EventRole.ResolutionJob, ChildStartedJob.Apply),
        [EventType.ChildWorkflowExecutionCompleted] = new(EventRole.ResolutionJob, ChildCompletedJob.Apply),
        [EventType.ChildWorkflowExecutionFailed] = new(EventRole.ResolutionJob, ChildFailedJob.Apply),
        [EventType.ChildWorkflowExecutionTimedOut] = new(EventRole.ResolutionJob, ChildTimedOutJob.Apply),
        [EventType.ChildWorkflowExecutionCanceled] = new(EventRole.ResolutionJob, ChildCanceledJob.Apply),
        [EventType.ChildWorkflowExecutionTerminated] = new(EventRole.ResolutionJob, ChildTerminatedJob.Apply),
        [EventType.ExternalWorkflowExecutionCancelRequested] = new(EventRole.ResolutionJob, ExternalCallJobs.CancelDelivered),
        [EventType.RequestCancelExternalWorkflowExecutionFailed] = new(EventRole.ResolutionJob, ExternalCallJobs.CancelFailed),
        [EventType.ExternalWorkflowExecutionSignaled] = new(EventRole.ResolutionJob, ExternalCallJobs.Signaled),
        [EventType.SignalExternalWorkflowExecutionFailed] = new(EventRole.ResolutionJob, ExternalCallJobs.SignalFailed),
        [EventType.WorkflowTaskStarted] = new(EventRole.TaskStarted, null),
        [EventType.ActivityTaskScheduled] = EventJob.Recorded,
        [EventType.ActivityTaskCancelRequested] = EventJob.Recorded,
        [EventType.TimerStarted] = EventJob.Recorded,
        [EventType.TimerCanceled] = EventJob.Recorded,
        [EventType.MarkerRecorded] = EventJob.Recorded,
        [EventType.StartChildWorkflowExecutionInitiated] = EventJob.Recorded,
        [EventType.RequestCancelExternalWorkflowExecutionInitiated] = EventJob.Recorded,
        [EventType.SignalExternalWorkflowExecutionInitiated] = EventJob.Recorded,
        [EventType.WorkflowPropertiesModified] = EventJob.Recorded,
        [EventType.WorkflowExecutionUpdateAccepted] = EventJob.Recorded,
        [EventType.WorkflowExecutionUpdateCompleted] = EventJob.Recorded,
        [EventType.WorkflowExecutionCompleted] = EventJob.Recorded,
        [EventType.WorkflowExecutionFailed] = EventJob.Recorded,
        [EventType.WorkflowExecutionCanceled] = EventJob.Recorded,
        [EventType.WorkflowExecutionContinuedAsNew] = EventJob.Recorded,
        [EventType.UpsertWorkflowSearchAttributes] = EventJob.Recorded,
        [EventType.WorkflowTaskScheduled] = EventJob.Ignored,
        [EventType.WorkflowTaskCompleted] = EventJob.Ignored,
        [EventType.WorkflowTaskFailed] = EventJob.Ignored,
        [EventType.WorkflowTaskTimedOut] = EventJob.Ignored,
        [EventType.ActivityTaskStarted] = EventJob.Ignored,
        [EventType.WorkflowExecutionOptionsUpdated] = EventJob.Ignored,
        [EventType.WorkflowExecutionUpdateAdmitted] = EventJob.Ignored,
        [EventType.WorkflowExecutionPaused] = EventJob.Ignored,
        [EventType.WorkflowExecutionUnpaused] = EventJob.Ignored,
        [EventType.WorkflowExecutionTimedOut] = EventJob.Ignored,
        [EventType.WorkflowExecutionTerminated] = EventJob.Ignored,
    }.ToFrozenDictionary();

    /// <summary>The role of an event.</summary>
    public static EventRole RoleOf(HistoryEvent historyEvent) => Of(historyEvent).Role;

    /// <summary>Does the job of an event.</summary>
    public static void Apply(WorkflowRun run, HistoryEvent historyEvent) => Of(historyEvent).Apply!(run, historyEvent);

    private static EventJob Of(HistoryEvent historyEvent) =>
        Table.TryGetValue(historyEvent.Type, out var job)
            ? job
            : throw new HoldfastException(ErrorCodes.CorruptData, $"Event {historyEvent.EventId} has the type {historyEvent.Type}, which this worker does not know. It may be older than the engine.");
}
