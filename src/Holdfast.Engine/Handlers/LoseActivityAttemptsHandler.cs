namespace Holdfast.Engine;

/// <summary>Workers of earlier processes are gone, and their attempts with them.</summary>
internal static class LoseActivityAttemptsHandler
{
    internal static void Handle(RunState state, LoseActivityAttempts message, RunStep step)
    {
        for (var i = 0; i < state.PendingActivities.Count;)
        {
            var activity = state.PendingActivities[i];
            if (activity is { IsStarted: true, IsHandedOver: false } && activity.ProcessEpoch != 0 && activity.ProcessEpoch < message.CurrentEpoch)
            {
                Lose(state, activity, step);
            }

            if (i < state.PendingActivities.Count && ReferenceEquals(state.PendingActivities[i], activity))
            {
                i++;
            }
        }
    }

    private static void Lose(RunState state, PendingActivity activity, RunStep step)
    {
        var failure = EngineFailures.WorkerLost(activity.Identity);
        var decision = ActivityAttempts.DecideRetry(state, activity, failure, step.Now, TimeSpan.Zero);
        if (decision.IsRetry)
        {
            ActivityAttempts.TryAgain(state, activity, failure, decision.Delay, step);
        }
        else
        {
            ActivityAttempts.Fail(state, activity, failure, decision.State, activity.Identity, step);
        }
    }
}
