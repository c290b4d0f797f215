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
        && NoActivityIsAtWork(state.PendingActivities, state.IsPaused);

    private static bool WorkflowTaskWaits(RunState state) =>
        state.WorkflowTask is not { } task || (task is { IsOffered: false, IsStarted: false } && (task.IsTransient || state.IsPaused));

    private static bool NoActivityIsAtWork(PendingSet<PendingActivity> activities, bool isPaused)
    {
        for (var i = 0; i < activities.Count; i++)
        {
            var activity = activities[i];
            if (activity.IsStarted || activity.IsOffered || (activity.Attempt == 1 && !isPaused))
            {
                return false;
            }
        }

        return true;
    }
}
