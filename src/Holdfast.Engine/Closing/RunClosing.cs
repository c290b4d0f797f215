using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The end of a run.</summary>
internal static class RunClosing
{
    /// <summary>Closes the run whatever it was doing. What was buffered becomes history before the close event.</summary>
    internal static void CloseByForce(RunState state, EventAttributes closeEvent, RunStep step, StartRun? successor = null)
    {
        Happenings.Flush(state, step);
        Close(state, closeEvent, step, successor);
    }

    /// <summary>Records the close event and everything that follows from it.</summary>
    internal static void Close(RunState state, EventAttributes closeEvent, RunStep step, StartRun? successor = null)
    {
        Happenings.Flush(state, step);
        if (successor is not null)
        {
            step.Emit(new StartSuccessor(successor));
        }

        StopActivities(state, step);
        UpdateReports.EndAll(state, successor is not null, step);
        step.Record(state, closeEvent);
        ApplyParentClosePolicies(state, step);
        NotifyParent(state, step);
        step.Emit(new RunClosed(state.Status));
    }

    internal static void ApplyParentClosePolicies(RunState state, RunStep step)
    {
        if (state.PendingChildren.Count == 0)
        {
            return;
        }

        foreach (var apply in OwedParentClosePolicies(state))
        {
            step.Emit(apply);
        }
    }

    internal static IEnumerable<ApplyParentClosePolicy> OwedParentClosePolicies(RunState state)
    {
        for (var i = 0; i < state.PendingChildren.Count && !state.IsClosedByReset; i++)
        {
            var child = state.PendingChildren[i];
            if (child.Initiated.ParentClosePolicy != ParentClosePolicy.Abandon)
            {
                yield return new ApplyParentClosePolicy(child.Initiated.Namespace, child.Execution, child.InitiatedEventId, child.Initiated.ParentClosePolicy);
            }
        }
    }

    internal static void NotifyParent(RunState state, RunStep step)
    {
        if (state.OwesParentNotification)
        {
            step.Emit(new NotifyParent(state.Started.Parent!, state.FirstExecutionRunId, state.RunId, state.CloseEvent!.Attributes));
        }
    }

    private static void StopActivities(RunState state, RunStep step)
    {
        for (var i = 0; i < state.PendingActivities.Count; i++)
        {
            var activity = state.PendingActivities[i];
            if (activity.IsStarted)
            {
                step.Emit(new CancelActivityAttempt(activity.Reference(state), ActivityCancelReason.RunClosed, ReleasesSlot: true, activity.OverdueTime));
            }
        }
    }
}
