namespace Holdfast.Engine;

/// <summary>Every deadline that a run has, read from its state.</summary>
internal static class Deadlines
{
    internal static Deadline? Earliest(RunState state)
    {
        var scan = default(DeadlineScan);
        OfRun(state, ref scan);
        return scan.Earliest;
    }

    internal static Deadline? Earliest(PendingActivity activity)
    {
        var scan = default(DeadlineScan);
        OfActivity(activity, isPaused: false, ref scan);
        return scan.Earliest;
    }

    internal static void CollectDue(RunState state, DateTimeOffset now, List<Deadline> due)
    {
        var scan = new DeadlineScan(now, due);
        OfRun(state, ref scan);
        due.Sort();
    }

    internal static void OfRun(RunState state, ref DeadlineScan scan)
    {
        if (state.Phase != RunPhase.Open)
        {
            return;
        }

        OfWorkflow(state, ref scan);
        if (state.WorkflowTask is { } task && (task.IsStarted || !state.IsPaused))
        {
            OfWorkflowTask(task, state.Started.WorkflowTaskTimeout, ref scan);
        }

        for (var i = 0; i < state.PendingTimers.Count; i++)
        {
            var timer = state.PendingTimers[i];
            scan.See(RunTimerKind.User, timer.StartedEventId, 0, timer.DueTime);
        }

        for (var i = 0; i < state.PendingActivities.Count; i++)
        {
            OfActivity(state.PendingActivities[i], state.IsPaused, ref scan);
        }
    }

    private static void OfWorkflow(RunState state, ref DeadlineScan scan)
    {
        if (state.FirstWorkflowTaskTime is { } firstTaskTime && !state.IsPaused)
        {
            scan.See(RunTimerKind.FirstWorkflowTaskBackoff, 0, 0, firstTaskTime);
        }

        if (state.RunTimeoutTime is { } runTimeoutTime)
        {
            scan.See(RunTimerKind.WorkflowRunTimeout, 0, 0, runTimeoutTime);
        }

        if (state.ExecutionExpirationTime is { } expirationTime)
        {
            scan.See(RunTimerKind.WorkflowExecutionTimeout, 0, 0, expirationTime);
        }
    }

    private static void OfWorkflowTask(WorkflowTaskState task, TimeSpan timeout, ref DeadlineScan scan)
    {
        if (task.StartedTime is { } startedTime)
        {
            scan.See(RunTimerKind.WorkflowTaskStartToClose, task.ScheduledEventId, task.Attempt, startedTime + timeout);
        }
        else if (task.ScheduleToStartDueTime is { } dueTime)
        {
            scan.See(RunTimerKind.WorkflowTaskScheduleToStart, task.ScheduledEventId, task.Attempt, dueTime);
        }
        else if (!task.IsOffered)
        {
            scan.See(RunTimerKind.WorkflowTaskRetry, task.ScheduledEventId, task.Attempt, task.NextAttemptTime);
        }
    }

    private static void OfActivity(PendingActivity activity, bool isPaused, ref DeadlineScan scan)
    {
        if (activity.Scheduled.ScheduleToCloseTimeout is { } scheduleToClose)
        {
            scan.See(RunTimerKind.ActivityScheduleToClose, activity.ScheduledEventId, activity.Attempt, activity.ScheduledTime + scheduleToClose);
        }

        if (activity.StartedTime is { } startedTime)
        {
            OfAttempt(activity, startedTime, ref scan);
        }
        else
        {
            OfWait(activity, isPaused, ref scan);
        }
    }

    private static void OfAttempt(PendingActivity activity, DateTimeOffset startedTime, ref DeadlineScan scan)
    {
        if (activity.Scheduled.StartToCloseTimeout is { } startToClose)
        {
            scan.See(RunTimerKind.ActivityStartToClose, activity.ScheduledEventId, activity.Attempt, startedTime + startToClose);
        }

        if (activity.Scheduled.HeartbeatTimeout is { } heartbeat)
        {
            scan.See(RunTimerKind.ActivityHeartbeat, activity.ScheduledEventId, activity.Attempt, activity.LastSeenTime + heartbeat);
        }
    }

    private static void OfWait(PendingActivity activity, bool isPaused, ref DeadlineScan scan)
    {
        if (!activity.IsOffered && !isPaused && !activity.IsPaused)
        {
            scan.See(RunTimerKind.ActivityRetry, activity.ScheduledEventId, activity.Attempt, activity.NextAttemptTime);
        }

        if (activity.Scheduled.ScheduleToStartTimeout is { } scheduleToStart && !activity.IsPaused)
        {
            scan.See(RunTimerKind.ActivityScheduleToStart, activity.ScheduledEventId, activity.Attempt, activity.NextAttemptTime + scheduleToStart);
        }
    }
}
