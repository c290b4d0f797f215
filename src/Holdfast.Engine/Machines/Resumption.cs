namespace Holdfast.Engine;

/// <summary>What a freshly folded state owes the world.</summary>
internal static class Resumption
{
    internal static void OfOpenRun(RunState state, RunStep step)
    {
        state.Updates.ForgetRejected(state.PreviousStartedEventId);
        StartPermits.Tell(state, step);
        OfferWorkflowTask(state, step);
        for (var i = 0; i < state.PendingActivities.Count; i++)
        {
            OfActivity(state, state.PendingActivities[i], step);
        }

        OfChildrenAndOtherRuns(state, step);
        WakeUp.AtEarliest(state, step);
    }

    internal static void OfClosedRun(RunState state, RunStep step)
    {
        RunClosing.ApplyParentClosePolicies(state, step);
        RunClosing.NotifyParent(state, step);
    }

    private static void OfferWorkflowTask(RunState state, RunStep step)
    {
        if (state.WorkflowTask is { } task)
        {
            WorkflowTasks.OfferWhenDue(state, task, step);
        }
    }

    private static void OfActivity(RunState state, PendingActivity activity, RunStep step)
    {
        if (!activity.IsStarted)
        {
            ActivityAttempts.OfferWhenDue(state, activity, step);
            return;
        }

        // Nobody could hear its heartbeats while the engine was down.
        activity.LastSeenTime = step.Now;
        if (activity.CancelRequested)
        {
            step.Emit(new CancelActivityAttempt(activity.Reference(state), Protocol.ActivityCancelReason.CancelRequested, ReleasesSlot: false));
        }
        else if (activity.Operated is { IsReset: true })
        {
            step.Emit(new CancelActivityAttempt(activity.Reference(state), Protocol.ActivityCancelReason.Reset, ReleasesSlot: false));
        }
        else if (state.IsPaused || activity.IsPaused)
        {
            step.Emit(new CancelActivityAttempt(activity.Reference(state), Protocol.ActivityCancelReason.Paused, ReleasesSlot: false));
        }
    }

    internal static void OfChildrenAndOtherRuns(RunState state, RunStep step)
    {
        for (var i = 0; i < state.PendingChildren.Count; i++)
        {
            var child = state.PendingChildren[i];
            if (!child.IsStarted)
            {
                step.Emit(new StartChild(child.InitiatedEventId, child.Initiated, state.Root));
            }
        }

        for (var i = 0; i < state.PendingExternalCancels.Count; i++)
        {
            ExternalCancels.Request(state.PendingExternalCancels[i], step);
        }

        for (var i = 0; i < state.ExternalSignals?.Count; i++)
        {
            step.Emit(new RequestExternalSignal(state.ExternalSignals[i].InitiatedEventId, state.ExternalSignals[i].Initiated));
        }
    }
}
