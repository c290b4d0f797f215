namespace Holdfast.Protocol;

/// <summary>Why a workflow task failed. Numbers are Temporal's.</summary>
public enum WorkflowTaskFailedCause
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>A close command while events arrived that the workflow has not seen.</summary>
    UnhandledCommand = 1,

    /// <summary>A ScheduleActivityTask command was malformed.</summary>
    BadScheduleActivityAttributes = 2,

    /// <summary>A RequestCancelActivityTask command was malformed.</summary>
    BadRequestCancelActivityAttributes = 3,

    /// <summary>A StartTimer command was malformed.</summary>
    BadStartTimerAttributes = 4,

    /// <summary>A CancelTimer command named no pending timer.</summary>
    BadCancelTimerAttributes = 5,

    /// <summary>A RecordMarker command was malformed.</summary>
    BadRecordMarkerAttributes = 6,

    /// <summary>A CompleteWorkflowExecution command was malformed.</summary>
    BadCompleteWorkflowExecutionAttributes = 7,

    /// <summary>A FailWorkflowExecution command was malformed.</summary>
    BadFailWorkflowExecutionAttributes = 8,

    /// <summary>A CancelWorkflowExecution command was malformed.</summary>
    BadCancelWorkflowExecutionAttributes = 9,

    /// <summary>A RequestCancelExternalWorkflowExecution command was malformed.</summary>
    BadRequestCancelExternalWorkflowExecutionAttributes = 10,

    /// <summary>A ContinueAsNewWorkflowExecution command was malformed.</summary>
    BadContinueAsNewAttributes = 11,

    /// <summary>A pending timer has the same ID.</summary>
    StartTimerDuplicateId = 12,

    /// <summary>The worker no longer had the code state that the task went on from.</summary>
    ResetStickyTaskQueue = 13,

    /// <summary>Workflow code threw something that is not a workflow failure.</summary>
    WorkflowWorkerUnhandledFailure = 14,

    /// <summary>A SignalExternalWorkflowExecution command was malformed.</summary>
    BadSignalWorkflowExecutionAttributes = 15,

    /// <summary>A StartChildWorkflowExecution command was malformed.</summary>
    BadStartChildExecutionAttributes = 16,

    /// <summary>The engine ended the task because something else had to be recorded: the run was closed, or too many events were buffered.</summary>
    ForceCloseCommand = 17,

    /// <summary>The arguments of a signal were too large.</summary>
    BadSignalInputSize = 19,

    /// <summary>The run was reset to this task.</summary>
    ResetWorkflow = 20,

    /// <summary>A pending activity has the same ID.</summary>
    ScheduleActivityDuplicateId = 22,

    /// <summary>An UpsertWorkflowSearchAttributes command was malformed.</summary>
    BadSearchAttributes = 23,

    /// <summary>Workflow code broke determinism.</summary>
    NonDeterministicError = 24,

    /// <summary>A ModifyWorkflowProperties command was malformed.</summary>
    BadModifyWorkflowPropertiesAttributes = 25,

    /// <summary>Too many pending children.</summary>
    PendingChildWorkflowsLimitExceeded = 26,

    /// <summary>Too many pending activities.</summary>
    PendingActivitiesLimitExceeded = 27,

    /// <summary>Too many pending signals to other runs.</summary>
    PendingSignalsLimitExceeded = 28,

    /// <summary>Too many pending requests to cancel other runs.</summary>
    PendingRequestCancelLimitExceeded = 29,

    /// <summary>A message about an update was malformed or named no pending update.</summary>
    BadUpdateWorkflowExecutionMessage = 30,

    /// <summary>A close command while updates were under way that the workflow has not answered.</summary>
    UnhandledUpdate = 31,

    /// <summary>A command had a payload above the limit.</summary>
    PayloadsTooLarge = 37,

    /// <summary>Payloads outside history could not be written or read.</summary>
    ExternalStorageFailure = 38,
}
