namespace Holdfast.Protocol;

/// <summary>Why a workflow task failed. Numbers are Temporal's.</summary>
public enum WorkflowTaskFailedCause
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>A ScheduleActivityTask command was malformed.</summary>
    BadScheduleActivityAttributes = 2,

    /// <summary>A RequestCancelActivityTask command was malformed.</summary>
    BadRequestCancelActivityAttributes = 3,

    /// <summary>A StartTimer command was malformed.</summary>
    BadStartTimerAttributes = 4,

    /// <summary>A CancelTimer command named no pending timer.</summary>
    BadCancelTimerAttributes = 5,

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

    /// <summary>A StartChildWorkflowExecution command was malformed.</summary>
    BadStartChildExecutionAttributes = 15,

    /// <summary>Workflow code threw something that is not a workflow failure.</summary>
    WorkflowWorkerUnhandledFailure = 24,

    /// <summary>A close command while events arrived that the workflow has not seen.</summary>
    UnhandledCommand = 1,

    /// <summary>Workflow code broke determinism.</summary>
    NonDeterministicError = 25,

    /// <summary>A message about an update was malformed or named no pending update.</summary>
    BadUpdateWorkflowExecutionMessage = 29,

    /// <summary>A pending activity has the same ID.</summary>
    ScheduleActivityDuplicateId = 22,

    /// <summary>A pending timer has the same ID.</summary>
    StartTimerDuplicateId = 13,

    /// <summary>Too many pending activities.</summary>
    PendingActivitiesLimitExceeded = 27,

    /// <summary>Too many pending children.</summary>
    PendingChildWorkflowsLimitExceeded = 26,
}
