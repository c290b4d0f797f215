namespace Holdfast.Engine;

/// <summary>Tells whether a run only waits.</summary>
internal static class Idleness
{
    internal static bool OfOpenRun(RunState state) =>
        state.WorkflowTask is null or { IsOffered: false, IsStarted: false, IsTransient: true }
        && state.Updates.Admitted.Count == 0
        && state.BufferedEvents.Count == 0
        && state.UnacknowledgedChildStarts == 0
        && state.PendingExternalCancels.Count == 0
        && NoActivityIsAtWork(state.PendingActivities);

    private static bool NoActivityIsAtWork(PendingSet<PendingActivity> activities)
    {
        for (var i = 0; i < activities.Count; i++)
        {
            var activity = activities[i];
            if (activity.IsStarted || activity.IsOffered || activity.Attempt == 1)
            {
                return false;
            }
        }

        return true;
    }
}
