namespace Holdfast.Engine;

/// <summary>Tells whether a run only waits.</summary>
internal static class Idleness
{
    internal static bool OfOpenRun(RunState state) =>
        WorkflowTaskWaits(state)
        && state.Updates.Admitted.Count == 0
        && state.BufferedEvents.Count == 0
        && state.UnacknowledgedChildStarts == 0
        && state.PendingExternalCancels.Count == 0
        && state.ExternalSignals is null or { Count: 0 }
        && NoActivityIsAtWork(state.PendingActivities, state.IsPaused);

    private static bool WorkflowTaskWaits(RunState state) =>
        state.WorkflowTask is not { } task || (task is { IsOffered: false, IsStarted: false } && (task.IsTransient || state.IsPaused));

    private static bool NoActivityIsAtWork(PendingSet<PendingActivity> activities, bool isPaused)
    {
        for (var i = 0; i < activities.Count; i++)
        {
            var activity = activities[i];
            var onlyWaits = activity.IsStarted ? MaySleepThrough(activity) : !activity.IsOffered && (activity.Attempt != 1 || activity.IsDelayed || isPaused || activity.IsPaused);
            if (!onlyWaits)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Nobody in this process is at an attempt that was handed over. Its last sign of life, if any is expected, is known in memory alone.</summary>
    private static bool MaySleepThrough(PendingActivity activity) => activity.IsHandedOver && activity.Scheduled.HeartbeatTimeout is null;
}
