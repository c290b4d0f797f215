using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>Events of the child workflow of a type.</summary>
internal sealed class ChildEvents(GrowingHistory history, string type)
{
    private HistoryEvent Initiated => history.Events.Last(e => e.Attributes is StartChildWorkflowExecutionInitiated i && i.WorkflowType == type);

    private StartChildWorkflowExecutionInitiated Request => (StartChildWorkflowExecutionInitiated)Initiated.Attributes;

    private WorkflowExecution Execution => new(Request.WorkflowId, Request.ChildRunId);

    private long StartedEventId => history.Events.Last(e => e.Attributes is ChildWorkflowExecutionStarted s && s.InitiatedEventId == Initiated.EventId).EventId;

    public void Started() => history.Add(new ChildWorkflowExecutionStarted { Namespace = RunDriver.Namespace, Execution = Execution, WorkflowType = type, InitiatedEventId = Initiated.EventId });

    public void StartFailed() => history.Add(new StartChildWorkflowExecutionFailed { Namespace = RunDriver.Namespace, WorkflowId = Request.WorkflowId, WorkflowType = type, Cause = StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists, InitiatedEventId = Initiated.EventId, WorkflowTaskCompletedEventId = Request.WorkflowTaskCompletedEventId });

    public void Completed(params object?[] result) => history.Add(new ChildWorkflowExecutionCompleted { Namespace = RunDriver.Namespace, Execution = Execution, WorkflowType = type, Result = Json.Payloads(result), InitiatedEventId = Initiated.EventId, StartedEventId = StartedEventId });

    public void Failed(Failure failure) => history.Add(new ChildWorkflowExecutionFailed { Namespace = RunDriver.Namespace, Execution = Execution, WorkflowType = type, Failure = failure, RetryState = RetryState.RetryPolicyNotSet, InitiatedEventId = Initiated.EventId, StartedEventId = StartedEventId });

    public void TimedOut() => history.Add(new ChildWorkflowExecutionTimedOut { Namespace = RunDriver.Namespace, Execution = Execution, WorkflowType = type, RetryState = RetryState.Timeout, InitiatedEventId = Initiated.EventId, StartedEventId = StartedEventId });

    public void Terminated() => history.Add(new ChildWorkflowExecutionTerminated { Namespace = RunDriver.Namespace, Execution = Execution, WorkflowType = type, InitiatedEventId = Initiated.EventId, StartedEventId = StartedEventId });

    public void Canceled() => history.Add(new ChildWorkflowExecutionCanceled { Namespace = RunDriver.Namespace, Execution = Execution, WorkflowType = type, InitiatedEventId = Initiated.EventId, StartedEventId = StartedEventId });

    public void CancelDelivered()
    {
        var request = history.Events.Last(e => e.Attributes is RequestCancelExternalWorkflowExecutionInitiated);
        history.Add(new ExternalWorkflowExecutionCancelRequested { Namespace = RunDriver.Namespace, Execution = Execution, InitiatedEventId = request.EventId });
    }
}
