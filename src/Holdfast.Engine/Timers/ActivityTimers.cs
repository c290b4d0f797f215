using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Retry timers and timeouts of activities.</summary>
internal static class ActivityTimers
{
    internal static void Fire(RunState state, RunTimer timer, RunStep step)
    {
        if (state.PendingActivities.Find(timer.EventId) is not { } activity)
        {
            return;
        }

        switch (timer.Kind)
        {
            case RunTimerKind.ActivityScheduleToClose:
                ActivityTimeouts.TimeOut(state, activity, TimeoutType.ScheduleToClose, step);
                break;
            case RunTimerKind.ActivityRetry when IsCurrent(activity, timer, running: false):
                ActivityAttempts.OfferWhenDue(state, activity, step);
                break;
            case RunTimerKind.ActivityScheduleToStart when IsCurrent(activity, timer, running: false):
                ActivityTimeouts.TimeOut(state, activity, TimeoutType.ScheduleToStart, step);
                break;
            case RunTimerKind.ActivityStartToClose when IsCurrent(activity, timer, running: true):
                ActivityTimeouts.TimeOut(state, activity, TimeoutType.StartToClose, step);
                break;
            case RunTimerKind.ActivityHeartbeat when IsCurrent(activity, timer, running: true):
                ActivityTimeouts.TimeOut(state, activity, TimeoutType.Heartbeat, step);
                break;
            default:
                break;
        }
    }

    private static bool IsCurrent(PendingActivity activity, RunTimer timer, bool running) => activity.Attempt == timer.Attempt && activity.IsStarted == running;
}
