namespace Holdfast.Protocol;

/// <summary>Types of command. Names and numbers are Temporal's.</summary>
public enum CommandType
{
    /// <summary><see cref="ScheduleActivityTaskCommand"/>.</summary>
    ScheduleActivityTask = 1,

    /// <summary><see cref="RequestCancelActivityTaskCommand"/>.</summary>
    RequestCancelActivityTask = 2,

    /// <summary><see cref="StartTimerCommand"/>.</summary>
    StartTimer = 3,

    /// <summary><see cref="CompleteWorkflowExecutionCommand"/>.</summary>
    CompleteWorkflowExecution = 4,

    /// <summary><see cref="FailWorkflowExecutionCommand"/>.</summary>
    FailWorkflowExecution = 5,

    /// <summary><see cref="CancelTimerCommand"/>.</summary>
    CancelTimer = 6,

    /// <summary><see cref="CancelWorkflowExecutionCommand"/>.</summary>
    CancelWorkflowExecution = 7,

    /// <summary><see cref="RequestCancelExternalWorkflowExecutionCommand"/>.</summary>
    RequestCancelExternalWorkflowExecution = 8,

    /// <summary><see cref="RecordMarkerCommand"/>.</summary>
    RecordMarker = 9,

    /// <summary><see cref="ContinueAsNewWorkflowExecutionCommand"/>.</summary>
    ContinueAsNewWorkflowExecution = 10,

    /// <summary><see cref="StartChildWorkflowExecutionCommand"/>.</summary>
    StartChildWorkflowExecution = 11,

    /// <summary><see cref="SignalExternalWorkflowExecutionCommand"/>.</summary>
    SignalExternalWorkflowExecution = 12,

    /// <summary><see cref="UpsertWorkflowSearchAttributesCommand"/>.</summary>
    UpsertWorkflowSearchAttributes = 13,

    /// <summary><see cref="ProtocolMessageCommand"/>.</summary>
    ProtocolMessage = 14,

    /// <summary><see cref="ModifyWorkflowPropertiesCommand"/>.</summary>
    ModifyWorkflowProperties = 16,
}
