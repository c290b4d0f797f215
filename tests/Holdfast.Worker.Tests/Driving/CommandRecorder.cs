using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>Turns commands into the events that an engine records for them.</summary>
internal sealed class CommandRecorder(GrowingHistory history, Func<string, UpdateRequest> updateOf)
{
    public void Record(Command command, long completedEventId)
    {
        EventAttributes? attributes = command switch
        {
            ScheduleActivityTaskCommand c => new ActivityTaskScheduled
            {
                ActivityId = c.ActivityId,
                ActivityType = c.ActivityType,
                TaskQueue = c.TaskQueue.Length == 0 ? "main" : c.TaskQueue,
                Input = c.Input,
                StartToCloseTimeout = c.StartToCloseTimeout,
                ScheduleToCloseTimeout = c.ScheduleToCloseTimeout,
                WorkflowTaskCompletedEventId = completedEventId,
            },
            RequestCancelActivityTaskCommand c => new ActivityTaskCancelRequested { ScheduledEventId = c.ScheduledEventId, WorkflowTaskCompletedEventId = completedEventId },
            StartTimerCommand c => new TimerStarted { TimerId = c.TimerId, StartToFireTimeout = c.StartToFireTimeout, WorkflowTaskCompletedEventId = completedEventId },
            CancelTimerCommand c => new TimerCanceled { TimerId = c.TimerId, StartedEventId = TimerStartOf(c.TimerId), WorkflowTaskCompletedEventId = completedEventId },
            StartChildWorkflowExecutionCommand c => new StartChildWorkflowExecutionInitiated
            {
                Namespace = RunDriver.Namespace,
                WorkflowId = c.WorkflowId,
                WorkflowType = c.WorkflowType,
                TaskQueue = "main",
                Input = c.Input,
                WorkflowTaskTimeout = TimeSpan.FromSeconds(10),
                ParentClosePolicy = c.ParentClosePolicy,
                WorkflowIdReusePolicy = c.WorkflowIdReusePolicy,
                WorkflowTaskCompletedEventId = completedEventId,
                ChildRunId = new RunId(Guid.Parse("0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b22")),
            },
            SignalExternalWorkflowExecutionCommand c => new SignalExternalWorkflowExecutionInitiated
            {
                Namespace = RunDriver.Namespace,
                Execution = new WorkflowExecution(c.WorkflowId, c.RunId),
                SignalName = c.SignalName,
                Input = c.Input,
                ChildWorkflowOnly = c.ChildWorkflowOnly,
                WorkflowTaskCompletedEventId = completedEventId,
            },
            RequestCancelExternalWorkflowExecutionCommand c => new RequestCancelExternalWorkflowExecutionInitiated
            {
                Namespace = RunDriver.Namespace,
                Execution = new WorkflowExecution(c.WorkflowId, c.RunId),
                WorkflowTaskCompletedEventId = completedEventId,
            },
            RecordMarkerCommand c => new MarkerRecorded { MarkerName = c.MarkerName, Details = c.Details, Header = c.Header, Failure = c.Failure, WorkflowTaskCompletedEventId = completedEventId },
            UpsertWorkflowSearchAttributesCommand c => new UpsertWorkflowSearchAttributes { SearchAttributes = c.SearchAttributes, WorkflowTaskCompletedEventId = completedEventId },
            CompleteWorkflowExecutionCommand c => new WorkflowExecutionCompleted { Result = c.Result, WorkflowTaskCompletedEventId = completedEventId },
            FailWorkflowExecutionCommand c => new WorkflowExecutionFailed { Failure = c.Failure, RetryState = RetryState.RetryPolicyNotSet, WorkflowTaskCompletedEventId = completedEventId },
            CancelWorkflowExecutionCommand c => new WorkflowExecutionCanceled { Details = c.Details, WorkflowTaskCompletedEventId = completedEventId },
            ContinueAsNewWorkflowExecutionCommand c => new WorkflowExecutionContinuedAsNew
            {
                NewExecutionRunId = new RunId(Guid.Parse("0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b23")),
                WorkflowType = c.WorkflowType,
                TaskQueue = "main",
                Input = c.Input,
                WorkflowTaskTimeout = TimeSpan.FromSeconds(10),
                Initiator = ContinueAsNewInitiator.Workflow,
                WorkflowTaskCompletedEventId = completedEventId,
            },
            ProtocolMessageCommand { Message: UpdateMessage.Accepted m } => AcceptedOf(updateOf(m.UpdateId), completedEventId),
            ProtocolMessageCommand { Message: UpdateMessage.Completed m } => new WorkflowExecutionUpdateCompleted
            {
                UpdateId = m.UpdateId,
                AcceptedEventId = history.Events.Single(e => e.Attributes is WorkflowExecutionUpdateAccepted a && a.UpdateId == m.UpdateId).EventId,
                Result = m.Result,
                Failure = m.Failure,
            },
            _ => null,
        };
        if (attributes is not null)
        {
            history.Add(attributes);
        }
    }

    private static WorkflowExecutionUpdateAccepted AcceptedOf(UpdateRequest update, long completedEventId) => new()
    {
        UpdateId = update.UpdateId,
        Name = update.Name,
        Input = update.Input,
        Header = update.Header,
        Identity = update.Identity,
        AcceptedRequestSequencingEventId = completedEventId - 2,
    };

    private long TimerStartOf(string timerId) => history.Events.Single(e => e.Attributes is TimerStarted s && s.TimerId == timerId).EventId;
}
