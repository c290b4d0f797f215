namespace Holdfast.Protocol;

/// <summary>Types of history event. Names and numbers are Temporal's.</summary>
public enum EventType
{
    /// <summary><see cref="Protocol.WorkflowExecutionStarted"/>.</summary>
    WorkflowExecutionStarted = 1,

    /// <summary><see cref="Protocol.WorkflowExecutionCompleted"/>.</summary>
    WorkflowExecutionCompleted = 2,

    /// <summary><see cref="Protocol.WorkflowExecutionFailed"/>.</summary>
    WorkflowExecutionFailed = 3,

    /// <summary><see cref="Protocol.WorkflowExecutionTimedOut"/>.</summary>
    WorkflowExecutionTimedOut = 4,

    /// <summary><see cref="Protocol.WorkflowTaskScheduled"/>.</summary>
    WorkflowTaskScheduled = 5,

    /// <summary><see cref="Protocol.WorkflowTaskStarted"/>.</summary>
    WorkflowTaskStarted = 6,

    /// <summary><see cref="Protocol.WorkflowTaskCompleted"/>.</summary>
    WorkflowTaskCompleted = 7,

    /// <summary><see cref="Protocol.WorkflowTaskTimedOut"/>.</summary>
    WorkflowTaskTimedOut = 8,

    /// <summary><see cref="Protocol.WorkflowTaskFailed"/>.</summary>
    WorkflowTaskFailed = 9,

    /// <summary><see cref="Protocol.ActivityTaskScheduled"/>.</summary>
    ActivityTaskScheduled = 10,

    /// <summary><see cref="Protocol.ActivityTaskStarted"/>.</summary>
    ActivityTaskStarted = 11,

    /// <summary><see cref="Protocol.ActivityTaskCompleted"/>.</summary>
    ActivityTaskCompleted = 12,

    /// <summary><see cref="Protocol.ActivityTaskFailed"/>.</summary>
    ActivityTaskFailed = 13,

    /// <summary><see cref="Protocol.ActivityTaskTimedOut"/>.</summary>
    ActivityTaskTimedOut = 14,

    /// <summary><see cref="Protocol.ActivityTaskCancelRequested"/>.</summary>
    ActivityTaskCancelRequested = 15,

    /// <summary><see cref="Protocol.ActivityTaskCanceled"/>.</summary>
    ActivityTaskCanceled = 16,

    /// <summary><see cref="Protocol.TimerStarted"/>.</summary>
    TimerStarted = 17,

    /// <summary><see cref="Protocol.TimerFired"/>.</summary>
    TimerFired = 18,

    /// <summary><see cref="Protocol.TimerCanceled"/>.</summary>
    TimerCanceled = 19,

    /// <summary><see cref="Protocol.WorkflowExecutionCancelRequested"/>.</summary>
    WorkflowExecutionCancelRequested = 20,

    /// <summary><see cref="Protocol.WorkflowExecutionCanceled"/>.</summary>
    WorkflowExecutionCanceled = 21,

    /// <summary><see cref="Protocol.RequestCancelExternalWorkflowExecutionInitiated"/>.</summary>
    RequestCancelExternalWorkflowExecutionInitiated = 22,

    /// <summary><see cref="Protocol.RequestCancelExternalWorkflowExecutionFailed"/>.</summary>
    RequestCancelExternalWorkflowExecutionFailed = 23,

    /// <summary><see cref="Protocol.ExternalWorkflowExecutionCancelRequested"/>.</summary>
    ExternalWorkflowExecutionCancelRequested = 24,

    /// <summary><see cref="Protocol.MarkerRecorded"/>.</summary>
    MarkerRecorded = 25,

    /// <summary><see cref="Protocol.WorkflowExecutionSignaled"/>.</summary>
    WorkflowExecutionSignaled = 26,

    /// <summary><see cref="Protocol.WorkflowExecutionTerminated"/>.</summary>
    WorkflowExecutionTerminated = 27,

    /// <summary><see cref="Protocol.WorkflowExecutionContinuedAsNew"/>.</summary>
    WorkflowExecutionContinuedAsNew = 28,

    /// <summary><see cref="Protocol.StartChildWorkflowExecutionInitiated"/>.</summary>
    StartChildWorkflowExecutionInitiated = 29,

    /// <summary><see cref="Protocol.StartChildWorkflowExecutionFailed"/>.</summary>
    StartChildWorkflowExecutionFailed = 30,

    /// <summary><see cref="Protocol.ChildWorkflowExecutionStarted"/>.</summary>
    ChildWorkflowExecutionStarted = 31,

    /// <summary><see cref="Protocol.ChildWorkflowExecutionCompleted"/>.</summary>
    ChildWorkflowExecutionCompleted = 32,

    /// <summary><see cref="Protocol.ChildWorkflowExecutionFailed"/>.</summary>
    ChildWorkflowExecutionFailed = 33,

    /// <summary><see cref="Protocol.ChildWorkflowExecutionCanceled"/>.</summary>
    ChildWorkflowExecutionCanceled = 34,

    /// <summary><see cref="Protocol.ChildWorkflowExecutionTimedOut"/>.</summary>
    ChildWorkflowExecutionTimedOut = 35,

    /// <summary><see cref="Protocol.ChildWorkflowExecutionTerminated"/>.</summary>
    ChildWorkflowExecutionTerminated = 36,

    /// <summary><see cref="Protocol.SignalExternalWorkflowExecutionInitiated"/>.</summary>
    SignalExternalWorkflowExecutionInitiated = 37,

    /// <summary><see cref="Protocol.SignalExternalWorkflowExecutionFailed"/>.</summary>
    SignalExternalWorkflowExecutionFailed = 38,

    /// <summary><see cref="Protocol.ExternalWorkflowExecutionSignaled"/>.</summary>
    ExternalWorkflowExecutionSignaled = 39,

    /// <summary><see cref="Protocol.UpsertWorkflowSearchAttributes"/>.</summary>
    UpsertWorkflowSearchAttributes = 40,

    /// <summary><see cref="Protocol.WorkflowExecutionUpdateAccepted"/>.</summary>
    WorkflowExecutionUpdateAccepted = 41,

    /// <summary><see cref="Protocol.WorkflowExecutionUpdateCompleted"/>.</summary>
    WorkflowExecutionUpdateCompleted = 43,

    /// <summary><see cref="Protocol.WorkflowPropertiesModified"/>.</summary>
    WorkflowPropertiesModified = 46,

    /// <summary><see cref="Protocol.WorkflowExecutionUpdateAdmitted"/>.</summary>
    WorkflowExecutionUpdateAdmitted = 47,

    /// <summary><see cref="Protocol.WorkflowExecutionOptionsUpdated"/>.</summary>
    WorkflowExecutionOptionsUpdated = 55,

    /// <summary><see cref="Protocol.WorkflowExecutionPaused"/>.</summary>
    WorkflowExecutionPaused = 58,

    /// <summary><see cref="Protocol.WorkflowExecutionUnpaused"/>.</summary>
    WorkflowExecutionUnpaused = 59,
}
