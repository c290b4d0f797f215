using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Describes a run to clients.</summary>
public static class RunDescription
{
    /// <summary>What listing shows of the run.</summary>
    /// <param name="state">The run, started.</param>
    public static WorkflowExecutionInfo Info(RunState state) => new()
    {
        Namespace = state.Workflow.Namespace,
        Execution = new WorkflowExecution(state.Workflow.WorkflowId, state.RunId),
        WorkflowType = state.WorkflowType,
        TaskQueue = state.TaskQueue,
        Status = state.Status,
        StartTime = state.StartTime,
        ExecutionTime = state.StartTime + (state.Started.FirstWorkflowTaskBackoff ?? TimeSpan.Zero),
        CloseTime = state.CloseEvent?.Time,
        HistoryLength = state.NextEventId - 1,
        HistorySizeBytes = state.HistorySizeBytes,
        StateTransitionCount = state.TransitionCount,
        Parent = state.Started.Parent,
        Root = state.Root,
        Memo = state.Memo,
        SearchAttributes = DescribedSearchAttributes.Of(state),
    };

    /// <summary>The run with what it waits for.</summary>
    /// <param name="state">The run, started.</param>
    public static WorkflowExecutionDescription Describe(RunState state) => new()
    {
        Info = Info(state),
        StaticSummary = state.Started.StaticSummary,
        StaticDetails = state.Started.StaticDetails,
        PendingActivities = state.IsClosed ? [] : [.. state.PendingActivities.Select(Activity)],
        PendingChildren = state.IsClosed ? [] : [.. state.PendingChildren.Select(Child)],
        Pause = state.Pause,
        ResetRunId = state.ResetRunId ?? RunId.None,
        Priority = state.Priority,
        AttachedRequestIds = state.AttachedRequestIds,
        BuildId = state.BuildId,
        AutoResetPoints = state.AutoResetPoints,
        WaitsForStartSince = state.StartPermitAwaitedSince,
        ConcurrencyKey = state.Started.ConcurrencyKey,
        PendingWorkflowTask = state.WorkflowTask is { } task ? WorkflowTask(task) : null,
    };

    /// <summary>What limits on starts must know of the run while it is not in memory; null when they do not count it, or it is closed.</summary>
    /// <param name="state">The run, started.</param>
    public static StartPermit? StartPermit(RunState state) => state.StartPermit == StartPermitState.NotNeeded || state.IsClosed
        ? null
        : new StartPermit(
            state.StartPermit,
            state.TaskQueue,
            state.WorkflowType,
            state.Started.ConcurrencyKey,
            state.Priority is null or { PriorityKey: 0 } ? Priority.DefaultPriorityKey : state.Priority.PriorityKey,
            state.Started.Parent is not null,
            state.StartPermitAwaitedSince,
            state.Started.DebouncedSince);

    private static PendingActivityInfo Activity(PendingActivity activity) => new()
    {
        ActivityId = activity.Scheduled.ActivityId,
        ActivityType = activity.Scheduled.ActivityType,
        State = State(activity),
        Attempt = activity.ShownAttempt,
        Pause = activity.Operated?.Pause,
        TaskQueue = activity.Scheduled.TaskQueue,
        ScheduleToCloseTimeout = activity.Scheduled.ScheduleToCloseTimeout,
        ScheduleToStartTimeout = activity.Scheduled.ScheduleToStartTimeout,
        StartToCloseTimeout = activity.Scheduled.StartToCloseTimeout,
        HeartbeatTimeout = activity.Scheduled.HeartbeatTimeout,
        RetryPolicy = activity.Scheduled.RetryPolicy,
        MaximumAttempts = activity.Scheduled.RetryPolicy.MaximumAttempts,
        ScheduledTime = activity.ScheduledTime,
        LastStartedTime = activity.StartedTime,
        NextAttemptTime = activity.IsStarted || activity.IsPaused || activity.ShownAttempt == 1 ? null : activity.NextAttemptTime,
        LastHeartbeatTime = activity.LastHeartbeatTime,
        HeartbeatDetails = activity.HeartbeatDetails,
        LastFailure = activity.LastFailure,
        LastWorkerIdentity = activity.Identity,
    };

    private static PendingActivityState State(PendingActivity activity) => activity switch
    {
        { CancelRequested: true } => PendingActivityState.CancelRequested,
        { IsStarted: true, IsPaused: true } => PendingActivityState.PauseRequested,
        { IsPaused: true } => PendingActivityState.Paused,
        { IsStarted: true } => PendingActivityState.Started,
        _ => PendingActivityState.Scheduled,
    };

    private static PendingChildInfo Child(PendingChild child) => new(
        child.IsStarted ? child.Execution : new WorkflowExecution(child.Initiated.WorkflowId, RunId.None),
        child.Initiated.WorkflowType,
        child.InitiatedEventId,
        child.Initiated.ParentClosePolicy);

    private static PendingWorkflowTaskInfo WorkflowTask(WorkflowTaskState task) => new(task.IsStarted, task.Attempt, task.ScheduledTime, task.StartedTime, task.LastFailure);
}
