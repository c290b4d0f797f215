using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Reads what clients are told of activities that they started from the runs that execute them.</summary>
internal static class StandaloneActivityReading
{
    /// <summary>Such a run has an event for its start, for each request to cancel or to attach, for the activity's life and for the close.</summary>
    private const int MostEvents = 1_000;

    public static ActivityExecutionInfo Info(WorkflowExecutionInfo run) => new()
    {
        Namespace = run.Namespace,
        ActivityId = StandaloneActivity.ActivityIdOf(run.Execution.WorkflowId),
        RunId = run.Execution.RunId,
        ActivityType = run.WorkflowType,
        TaskQueue = run.TaskQueue,
        Status = Status(run.Status),
        ScheduleTime = run.StartTime,
        CloseTime = run.CloseTime,
        StateTransitionCount = run.StateTransitionCount,
        StateSizeBytes = run.HistorySizeBytes,
        SearchAttributes = run.SearchAttributes,
    };

    public static WorkflowCountGroup ById(WorkflowCountGroup group) =>
        SearchAttributePayload.TryDecode(group.Value, SearchAttributeType.Keyword, out var id)
            ? group with { Value = SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword(StandaloneActivity.ActivityIdOf(id.String))) }
            : group;

    public static ActivityExecutionDescription Describe(RunEntry run)
    {
        var events = Events(run);
        var started = run.State.Started;
        var scheduled = events.OfType<ActivityTaskScheduled>().Single();
        var last = events.OfType<ActivityTaskStarted>().LastOrDefault();
        var description = RunDescription.Describe(run.State);
        var pending = description.PendingActivities.Count > 0 ? description.PendingActivities[0] : null;
        var options = run.State.PendingActivities.Count > 0 ? run.State.PendingActivities[0].Scheduled : scheduled;
        return new ActivityExecutionDescription
        {
            Info = Info(description.Info),
            Pending = pending,
            Input = scheduled.Input,
            Header = scheduled.Header,
            ScheduleToCloseTimeout = options.ScheduleToCloseTimeout,
            ScheduleToStartTimeout = options.ScheduleToStartTimeout,
            StartToCloseTimeout = options.StartToCloseTimeout,
            HeartbeatTimeout = options.HeartbeatTimeout,
            RetryPolicy = options.RetryPolicy,
            ExpirationTime = run.State.StartTime + (started.FirstWorkflowTaskBackoff ?? TimeSpan.Zero) + options.ScheduleToCloseTimeout,
            StartDelay = started.FirstWorkflowTaskBackoff,
            Attempt = pending?.Attempt ?? last?.Attempt ?? 0,
            LastWorkerIdentity = pending?.LastWorkerIdentity ?? last?.Identity ?? string.Empty,
            LastFailure = pending?.LastFailure ?? last?.LastFailure,
            CancelReason = events.OfType<WorkflowExecutionCancelRequested>().FirstOrDefault()?.Cause,
            Priority = run.State.Priority,
            StaticSummary = started.StaticSummary,
            StaticDetails = started.StaticDetails,
            Outcome = run.State.IsClosed ? Outcome(events) : null,
        };
    }

    /// <summary>What became of a closed run.</summary>
    public static PollActivityExecutionResponse Closed(RunEntry run) => new(run.RunId, Status(run.State.Status), Outcome(Events(run)));

    private static List<EventAttributes> Events(RunEntry run) => [.. run.History.ReadEvents(1, MostEvents).Select(static e => e.Attributes)];

    private static ActivityExecutionOutcome Outcome(List<EventAttributes> events) => (events[^1], events[^2]) switch
    {
        (WorkflowExecutionTerminated terminated, _) => new(null, Terminated(terminated)),
        (_, ActivityTaskCompleted completed) => new(completed.Result, null),
        (_, ActivityTaskFailed failed) => new(null, failed.Failure),
        (_, ActivityTaskTimedOut timedOut) => new(null, timedOut.Failure),
        (_, ActivityTaskCanceled canceled) => new(null, new Failure { Message = "The activity was canceled.", Info = new FailureInfo.Canceled(canceled.Details) }),
        var (close, end) => throw new HoldfastException(ErrorCodes.InvariantBroken, $"A run of an activity closed with {end.Type} and {close.Type}. This is a defect of Holdfast; please report it with this message."),
    };

    private static Failure Terminated(WorkflowExecutionTerminated terminated) =>
        new() { Message = terminated.Reason.Length > 0 ? terminated.Reason : "The activity was terminated.", Info = new FailureInfo.Terminated() };

    private static ActivityExecutionStatus Status(WorkflowExecutionStatus status) => status switch
    {
        WorkflowExecutionStatus.Completed => ActivityExecutionStatus.Completed,
        WorkflowExecutionStatus.Failed => ActivityExecutionStatus.Failed,
        WorkflowExecutionStatus.Canceled => ActivityExecutionStatus.Canceled,
        WorkflowExecutionStatus.Terminated => ActivityExecutionStatus.Terminated,
        WorkflowExecutionStatus.TimedOut => ActivityExecutionStatus.TimedOut,
        _ => ActivityExecutionStatus.Running,
    };
}
