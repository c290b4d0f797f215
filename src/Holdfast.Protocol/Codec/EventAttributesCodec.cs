namespace Holdfast.Protocol.Codec;

/// <summary>The attributes of an event: one arm for each type of event, each in a file of its own.</summary>
internal static class EventAttributesCodec
{
    public static void Write(ref FieldWriter writer, EventAttributes attributes)
    {
        switch (attributes)
        {
            case WorkflowExecutionStarted value: WorkflowExecutionStartedCodec.Write(ref writer, value); break;
            case WorkflowExecutionCompleted value: WorkflowExecutionCompletedCodec.Write(ref writer, value); break;
            case WorkflowExecutionFailed value: WorkflowExecutionFailedCodec.Write(ref writer, value); break;
            case WorkflowExecutionTimedOut value: WorkflowExecutionTimedOutCodec.Write(ref writer, value); break;
            case WorkflowTaskScheduled value: WorkflowTaskScheduledCodec.Write(ref writer, value); break;
            case WorkflowTaskStarted value: WorkflowTaskStartedCodec.Write(ref writer, value); break;
            case WorkflowTaskCompleted value: WorkflowTaskCompletedCodec.Write(ref writer, value); break;
            case WorkflowTaskTimedOut value: WorkflowTaskTimedOutCodec.Write(ref writer, value); break;
            case WorkflowTaskFailed value: WorkflowTaskFailedCodec.Write(ref writer, value); break;
            case ActivityTaskScheduled value: ActivityTaskScheduledCodec.Write(ref writer, value); break;
            case ActivityTaskStarted value: ActivityTaskStartedCodec.Write(ref writer, value); break;
            case ActivityTaskCompleted value: ActivityTaskCompletedCodec.Write(ref writer, value); break;
            case ActivityTaskFailed value: ActivityTaskFailedCodec.Write(ref writer, value); break;
            case ActivityTaskTimedOut value: ActivityTaskTimedOutCodec.Write(ref writer, value); break;
            case ActivityTaskCancelRequested value: ActivityTaskCancelRequestedCodec.Write(ref writer, value); break;
            case ActivityTaskCanceled value: ActivityTaskCanceledCodec.Write(ref writer, value); break;
            case TimerStarted value: TimerStartedCodec.Write(ref writer, value); break;
            case TimerFired value: TimerFiredCodec.Write(ref writer, value); break;
            case TimerCanceled value: TimerCanceledCodec.Write(ref writer, value); break;
            case WorkflowExecutionCancelRequested value: WorkflowExecutionCancelRequestedCodec.Write(ref writer, value); break;
            case WorkflowExecutionCanceled value: WorkflowExecutionCanceledCodec.Write(ref writer, value); break;
            case RequestCancelExternalWorkflowExecutionInitiated value: RequestCancelExternalWorkflowExecutionInitiatedCodec.Write(ref writer, value); break;
            case RequestCancelExternalWorkflowExecutionFailed value: RequestCancelExternalWorkflowExecutionFailedCodec.Write(ref writer, value); break;
            case ExternalWorkflowExecutionCancelRequested value: ExternalWorkflowExecutionCancelRequestedCodec.Write(ref writer, value); break;
            case MarkerRecorded value: MarkerRecordedCodec.Write(ref writer, value); break;
            case WorkflowExecutionSignaled value: WorkflowExecutionSignaledCodec.Write(ref writer, value); break;
            case WorkflowExecutionTerminated value: WorkflowExecutionTerminatedCodec.Write(ref writer, value); break;
            case WorkflowExecutionContinuedAsNew value: WorkflowExecutionContinuedAsNewCodec.Write(ref writer, value); break;
            case StartChildWorkflowExecutionInitiated value: StartChildWorkflowExecutionInitiatedCodec.Write(ref writer, value); break;
            case StartChildWorkflowExecutionFailed value: StartChildWorkflowExecutionFailedCodec.Write(ref writer, value); break;
            case ChildWorkflowExecutionStarted value: ChildWorkflowExecutionStartedCodec.Write(ref writer, value); break;
            case ChildWorkflowExecutionCompleted value: ChildWorkflowExecutionCompletedCodec.Write(ref writer, value); break;
            case ChildWorkflowExecutionFailed value: ChildWorkflowExecutionFailedCodec.Write(ref writer, value); break;
            case ChildWorkflowExecutionCanceled value: ChildWorkflowExecutionCanceledCodec.Write(ref writer, value); break;
            case ChildWorkflowExecutionTimedOut value: ChildWorkflowExecutionTimedOutCodec.Write(ref writer, value); break;
            case ChildWorkflowExecutionTerminated value: ChildWorkflowExecutionTerminatedCodec.Write(ref writer, value); break;
            case SignalExternalWorkflowExecutionInitiated value: SignalExternalWorkflowExecutionInitiatedCodec.Write(ref writer, value); break;
            case SignalExternalWorkflowExecutionFailed value: SignalExternalWorkflowExecutionFailedCodec.Write(ref writer, value); break;
            case ExternalWorkflowExecutionSignaled value: ExternalWorkflowExecutionSignaledCodec.Write(ref writer, value); break;
            case UpsertWorkflowSearchAttributes value: UpsertWorkflowSearchAttributesCodec.Write(ref writer, value); break;
            case WorkflowExecutionUpdateAccepted value: WorkflowExecutionUpdateAcceptedCodec.Write(ref writer, value); break;
            case WorkflowExecutionUpdateCompleted value: WorkflowExecutionUpdateCompletedCodec.Write(ref writer, value); break;
            case WorkflowPropertiesModified value: WorkflowPropertiesModifiedCodec.Write(ref writer, value); break;
            case WorkflowExecutionUpdateAdmitted value: WorkflowExecutionUpdateAdmittedCodec.Write(ref writer, value); break;
            case WorkflowExecutionOptionsUpdated value: WorkflowExecutionOptionsUpdatedCodec.Write(ref writer, value); break;
            case WorkflowExecutionPaused value: WorkflowExecutionPausedCodec.Write(ref writer, value); break;
            case WorkflowExecutionUnpaused value: WorkflowExecutionUnpausedCodec.Write(ref writer, value); break;
            default: throw CorruptRecord.NotEncodable(attributes);
        }
    }

    public static EventAttributes Read(EventType type, FieldReader reader) => type switch
    {
        EventType.WorkflowExecutionStarted => WorkflowExecutionStartedCodec.Read(reader),
        EventType.WorkflowExecutionCompleted => WorkflowExecutionCompletedCodec.Read(reader),
        EventType.WorkflowExecutionFailed => WorkflowExecutionFailedCodec.Read(reader),
        EventType.WorkflowExecutionTimedOut => WorkflowExecutionTimedOutCodec.Read(reader),
        EventType.WorkflowTaskScheduled => WorkflowTaskScheduledCodec.Read(reader),
        EventType.WorkflowTaskStarted => WorkflowTaskStartedCodec.Read(reader),
        EventType.WorkflowTaskCompleted => WorkflowTaskCompletedCodec.Read(reader),
        EventType.WorkflowTaskTimedOut => WorkflowTaskTimedOutCodec.Read(reader),
        EventType.WorkflowTaskFailed => WorkflowTaskFailedCodec.Read(reader),
        EventType.ActivityTaskScheduled => ActivityTaskScheduledCodec.Read(reader),
        EventType.ActivityTaskStarted => ActivityTaskStartedCodec.Read(reader),
        EventType.ActivityTaskCompleted => ActivityTaskCompletedCodec.Read(reader),
        EventType.ActivityTaskFailed => ActivityTaskFailedCodec.Read(reader),
        EventType.ActivityTaskTimedOut => ActivityTaskTimedOutCodec.Read(reader),
        EventType.ActivityTaskCancelRequested => ActivityTaskCancelRequestedCodec.Read(reader),
        EventType.ActivityTaskCanceled => ActivityTaskCanceledCodec.Read(reader),
        EventType.TimerStarted => TimerStartedCodec.Read(reader),
        EventType.TimerFired => TimerFiredCodec.Read(reader),
        EventType.TimerCanceled => TimerCanceledCodec.Read(reader),
        EventType.WorkflowExecutionCancelRequested => WorkflowExecutionCancelRequestedCodec.Read(reader),
        EventType.WorkflowExecutionCanceled => WorkflowExecutionCanceledCodec.Read(reader),
        EventType.RequestCancelExternalWorkflowExecutionInitiated => RequestCancelExternalWorkflowExecutionInitiatedCodec.Read(reader),
        EventType.RequestCancelExternalWorkflowExecutionFailed => RequestCancelExternalWorkflowExecutionFailedCodec.Read(reader),
        EventType.ExternalWorkflowExecutionCancelRequested => ExternalWorkflowExecutionCancelRequestedCodec.Read(reader),
        EventType.MarkerRecorded => MarkerRecordedCodec.Read(reader),
        EventType.WorkflowExecutionSignaled => WorkflowExecutionSignaledCodec.Read(reader),
        EventType.WorkflowExecutionTerminated => WorkflowExecutionTerminatedCodec.Read(reader),
        EventType.WorkflowExecutionContinuedAsNew => WorkflowExecutionContinuedAsNewCodec.Read(reader),
        EventType.StartChildWorkflowExecutionInitiated => StartChildWorkflowExecutionInitiatedCodec.Read(reader),
        EventType.StartChildWorkflowExecutionFailed => StartChildWorkflowExecutionFailedCodec.Read(reader),
        EventType.ChildWorkflowExecutionStarted => ChildWorkflowExecutionStartedCodec.Read(reader),
        EventType.ChildWorkflowExecutionCompleted => ChildWorkflowExecutionCompletedCodec.Read(reader),
        EventType.ChildWorkflowExecutionFailed => ChildWorkflowExecutionFailedCodec.Read(reader),
        EventType.ChildWorkflowExecutionCanceled => ChildWorkflowExecutionCanceledCodec.Read(reader),
        EventType.ChildWorkflowExecutionTimedOut => ChildWorkflowExecutionTimedOutCodec.Read(reader),
        EventType.ChildWorkflowExecutionTerminated => ChildWorkflowExecutionTerminatedCodec.Read(reader),
        EventType.SignalExternalWorkflowExecutionInitiated => SignalExternalWorkflowExecutionInitiatedCodec.Read(reader),
        EventType.SignalExternalWorkflowExecutionFailed => SignalExternalWorkflowExecutionFailedCodec.Read(reader),
        EventType.ExternalWorkflowExecutionSignaled => ExternalWorkflowExecutionSignaledCodec.Read(reader),
        EventType.UpsertWorkflowSearchAttributes => UpsertWorkflowSearchAttributesCodec.Read(reader),
        EventType.WorkflowExecutionUpdateAccepted => WorkflowExecutionUpdateAcceptedCodec.Read(reader),
        EventType.WorkflowExecutionUpdateCompleted => WorkflowExecutionUpdateCompletedCodec.Read(reader),
        EventType.WorkflowPropertiesModified => WorkflowPropertiesModifiedCodec.Read(reader),
        EventType.WorkflowExecutionUpdateAdmitted => WorkflowExecutionUpdateAdmittedCodec.Read(reader),
        EventType.WorkflowExecutionOptionsUpdated => WorkflowExecutionOptionsUpdatedCodec.Read(reader),
        EventType.WorkflowExecutionPaused => WorkflowExecutionPausedCodec.Read(reader),
        EventType.WorkflowExecutionUnpaused => WorkflowExecutionUnpausedCodec.Read(reader),
        _ => throw CorruptRecord.Because($"event type {(int)type} is not known to this version"),
    };
}
