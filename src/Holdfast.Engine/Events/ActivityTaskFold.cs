using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The life of an activity.</summary>
internal static class ActivityTaskFold
{
    internal static void Scheduled(RunState state, ActivityTaskScheduled scheduled, long eventId, DateTimeOffset time)
    {
        PendingActivity activity = new(eventId, time, scheduled);
        if (state.IsStandaloneActivity && state.Started.FirstWorkflowTaskBackoff is { } delay)
        {
            activity.Delay(delay);
        }

        state.PendingActivities.Add(activity);
    }

    internal static void Ended(RunState state, long scheduledEventId) =>
        Invariant.That(state.PendingActivities.Remove(scheduledEventId), "an activity that ends was pending");

    /// <summary>One that ended unseen by the workflow is not pending any more.</summary>
    internal static void CancelRequested(RunState state, ActivityTaskCancelRequested requested, long eventId)
    {
        if (state.PendingActivities.Find(requested.ScheduledEventId) is { } activity)
        {
            activity.CancelRequestedEventId = eventId;
        }
    }

    internal static void AttemptStarted(RunState state, ActivityAttemptStarted started)
    {
        var activity = Pending(state, started.ScheduledEventId);
        Invariant.That(!activity.IsStarted && activity.Attempt == started.Attempt, "one attempt of an activity runs at a time");
        activity.StartedTime = started.Time;
        activity.Identity = started.Identity;
        activity.ProcessEpoch = started.ProcessEpoch;
        activity.LastSeenTime = started.Time;
        activity.IsOffered = false;
    }

    internal static void AttemptFailed(RunState state, ActivityAttemptFailed failed)
    {
        var activity = Pending(state, failed.ScheduledEventId);
        Invariant.That(activity.IsStarted && activity.Attempt == failed.Attempt, "an attempt that failed was running");
        activity.StartedTime = null;
        activity.IsHandedOver = false;
        activity.Attempt++;
        activity.NextAttemptTime = failed.NextAttemptTime;
        activity.LastFailure = failed.Failure;
        activity.Operated?.AttemptFailed(activity);
    }

    internal static void AttemptHandedOver(RunState state, ActivityAttemptHandedOver handedOver)
    {
        var activity = Pending(state, handedOver.ScheduledEventId);
        Invariant.That(activity.IsStarted && activity.Attempt == handedOver.Attempt, "an attempt that is handed over is running");
        activity.IsHandedOver = true;
    }

    internal static void HeartbeatRecorded(RunState state, ActivityHeartbeatRecorded heartbeat)
    {
        var activity = Pending(state, heartbeat.ScheduledEventId);
        activity.LastHeartbeatTime = heartbeat.Time;
        activity.LastSeenTime = heartbeat.Time;
        activity.HeartbeatDetails = heartbeat.Details;
    }

    internal static PendingActivity Pending(RunState state, long scheduledEventId)
    {
        var activity = state.PendingActivities.Find(scheduledEventId);
        Invariant.That(activity is not null, "an activity whose attempt changes is pending");
        return activity;
    }
}
