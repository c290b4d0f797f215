using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>What operators do to pending activities.</summary>
internal static class OperatedActivityFold
{
    internal static void Paused(RunState state, ActivityPaused paused)
    {
        var activity = ActivityTaskFold.Pending(state, paused.ScheduledEventId);
        Operated(activity).Pause = new PauseInfo(paused.Time, paused.Identity, paused.Reason);
        activity.IsOffered = false;
        state.RememberRequest(paused.RequestId);
    }

    internal static void Unpaused(RunState state, ActivityUnpaused unpaused)
    {
        var activity = ActivityTaskFold.Pending(state, unpaused.ScheduledEventId);
        var operated = Operated(activity);
        operated.Pause = null;
        if (unpaused.ResetsAttempts)
        {
            operated.Forgive(activity);
        }

        Continue(activity, operated, unpaused.ResetsHeartbeat, unpaused.NextAttemptTime);
        state.RememberRequest(unpaused.RequestId);
    }

    internal static void Reset(RunState state, ActivityReset reset)
    {
        var activity = ActivityTaskFold.Pending(state, reset.ScheduledEventId);
        var operated = Operated(activity);
        operated.Forgive(activity);
        operated.IsReset = activity.IsStarted;
        if (!reset.KeepsPause)
        {
            operated.Pause = null;
        }

        Continue(activity, operated, reset.ResetsHeartbeat, reset.NextAttemptTime);
        state.RememberRequest(reset.RequestId);
    }

    /// <summary>An attempt that waits may wait at the queue before; that offer is fenced off.</summary>
    internal static void OptionsUpdated(RunState state, ActivityOptionsUpdated updated)
    {
        var activity = ActivityTaskFold.Pending(state, updated.ScheduledEventId);
        var operated = Operated(activity);
        activity.Scheduled = activity.Scheduled with
        {
            TaskQueue = updated.TaskQueue,
            ScheduleToCloseTimeout = updated.ScheduleToCloseTimeout,
            ScheduleToStartTimeout = updated.ScheduleToStartTimeout,
            StartToCloseTimeout = updated.StartToCloseTimeout,
            HeartbeatTimeout = updated.HeartbeatTimeout,
            RetryPolicy = updated.RetryPolicy,
        };
        if (!activity.IsStarted)
        {
            operated.Renumber(activity);
            activity.IsOffered = false;
        }

        state.RememberRequest(updated.RequestId);
    }

    private static void Continue(PendingActivity activity, OperatedActivity operated, bool resetsHeartbeat, DateTimeOffset nextAttemptTime)
    {
        if (resetsHeartbeat)
        {
            operated.ForgetHeartbeat(activity);
        }

        if (!activity.IsStarted)
        {
            activity.NextAttemptTime = nextAttemptTime;
        }
    }

    private static OperatedActivity Operated(PendingActivity activity) => activity.Operated ??= new OperatedActivity(activity.Scheduled);
}
