using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Events about children.</summary>
internal static class Children
{
    internal static void RecordStarted(RunState state, PendingChild child, RunId childRunId, RunStep step)
    {
        var started = new ChildWorkflowExecutionStarted
        {
            Namespace = child.Initiated.Namespace,
            Execution = new WorkflowExecution(child.Initiated.WorkflowId, childRunId),
            WorkflowType = child.Initiated.WorkflowType,
            InitiatedEventId = child.InitiatedEventId,
        };
        Happenings.Record(state, started, step);
    }

    /// <summary>The event for the parent, from the child's close event; null when that does not close a chain.</summary>
    internal static EventAttributes? ClosedEvent(PendingChild child, RunId childRunId, EventAttributes closeEvent)
    {
        var initiated = child.Initiated;
        var execution = new WorkflowExecution(initiated.WorkflowId, childRunId);
        return closeEvent switch
        {
            WorkflowExecutionCompleted e => new ChildWorkflowExecutionCompleted
            {
                Namespace = initiated.Namespace, Execution = execution, WorkflowType = initiated.WorkflowType,
                Result = e.Result, InitiatedEventId = child.InitiatedEventId, StartedEventId = 0,
            },
            WorkflowExecutionFailed e => new ChildWorkflowExecutionFailed
            {
                Namespace = initiated.Namespace, Execution = execution, WorkflowType = initiated.WorkflowType,
                Failure = e.Failure, RetryState = e.RetryState, InitiatedEventId = child.InitiatedEventId, StartedEventId = 0,
            },
            WorkflowExecutionCanceled e => new ChildWorkflowExecutionCanceled
            {
                Namespace = initiated.Namespace, Execution = execution, WorkflowType = initiated.WorkflowType,
                Details = e.Details, InitiatedEventId = child.InitiatedEventId, StartedEventId = 0,
            },
            WorkflowExecutionTimedOut e => new ChildWorkflowExecutionTimedOut
            {
                Namespace = initiated.Namespace, Execution = execution, WorkflowType = initiated.WorkflowType,
                RetryState = e.RetryState, InitiatedEventId = child.InitiatedEventId, StartedEventId = 0,
            },
            WorkflowExecutionTerminated => new ChildWorkflowExecutionTerminated
            {
                Namespace = initiated.Namespace, Execution = execution, WorkflowType = initiated.WorkflowType,
                InitiatedEventId = child.InitiatedEventId, StartedEventId = 0,
            },
            _ => null,
        };
    }

    /// <summary>Names the child's started event; 0 leaves that to the moment when buffered events are written.</summary>
    internal static EventAttributes WithStartedEventId(EventAttributes closed, long startedEventId) => closed switch
    {
        ChildWorkflowExecutionCompleted e => e with { StartedEventId = startedEventId },
        ChildWorkflowExecutionFailed e => e with { StartedEventId = startedEventId },
        ChildWorkflowExecutionCanceled e => e with { StartedEventId = startedEventId },
        ChildWorkflowExecutionTimedOut e => e with { StartedEventId = startedEventId },
        ChildWorkflowExecutionTerminated e => e with { StartedEventId = startedEventId },
        _ => closed,
    };
}
