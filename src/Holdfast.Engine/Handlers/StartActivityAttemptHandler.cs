using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Hands the attempt that was offered to the worker that has a slot for it.</summary>
internal static class StartActivityAttemptHandler
{
    internal static void Handle(RunState state, StartActivityAttempt message, RunStep step)
    {
        var activity = state.PendingActivities.Find(message.ScheduledEventId);
        if (activity is not { IsStarted: false } || state.IsPaused || activity.IsPaused || activity.Attempt != message.Attempt || (!activity.IsOffered && activity.NextAttemptTime > step.Now))
        {
            return;
        }

        var timeout = TimeLeft(state, activity, step.Now);
        if (timeout <= TimeSpan.Zero)
        {
            return; // its timeout is about to be told
        }

        step.Record(state, new ActivityAttemptStarted(activity.ScheduledEventId, activity.Attempt, step.Now, message.Identity, message.ProcessEpoch));
        step.Emit(new DispatchActivity(Task(state, activity, timeout, step.Now)));
        WakeUp.At(state, Deadlines.Earliest(activity), step);
    }

    private static TimeSpan? TimeLeft(RunState state, PendingActivity activity, DateTimeOffset now)
    {
        var left = activity.Scheduled.StartToCloseTimeout;
        left = TimeoutRules.Shorter(left, activity.ScheduledTime + activity.Scheduled.ScheduleToCloseTimeout - now);
        left = TimeoutRules.Shorter(left, state.RunTimeoutTime - now);
        return TimeoutRules.Shorter(left, state.ExecutionExpirationTime - now);
    }

    private static ActivityTask Task(RunState state, PendingActivity activity, TimeSpan? timeout, DateTimeOffset now) => new()
    {
        Activity = activity.Reference(state),
        ForgivenAttempts = activity.Attempt - activity.ShownAttempt,
        ActivityId = activity.Scheduled.ActivityId,
        ActivityType = activity.Scheduled.ActivityType,
        WorkflowType = state.IsStandaloneActivity ? string.Empty : state.WorkflowType,
        TaskQueue = activity.Scheduled.TaskQueue,
        Input = activity.Scheduled.Input,
        Header = activity.Scheduled.Header,
        HeartbeatDetails = activity.HeartbeatDetails,
        ScheduledTime = activity.ScheduledTime,
        StartedTime = now,
        ScheduleToCloseTimeout = activity.Scheduled.ScheduleToCloseTimeout,
        StartToCloseTimeout = timeout,
        HeartbeatTimeout = activity.Scheduled.HeartbeatTimeout,
        RetryPolicy = activity.Scheduled.RetryPolicy,
    };
}
