using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

/// <summary>What must hold of any run at any time.</summary>
internal static class RunChecks
{
    internal static void Hold(RunState state, RunState shadow, List<RunRecord> log)
    {
        Assert.Equal(StateText.OfDurableParts(shadow), StateText.OfDurableParts(state));
        EventIdsHaveNoGaps(log);
        if (state.Phase == RunPhase.Open)
        {
            NoNewsIsForgotten(state, log);
            NoDeadlineIsForgotten(state);
        }
    }

    internal static void ResumedEffectsAreOwed(RunState state, RunStep step, DateTimeOffset now)
    {
        if (state.Phase != RunPhase.Open)
        {
            Assert.Equal(state.OwesParentNotification, step.Effects.Any(e => e is NotifyParent));
            return;
        }

        Assert.Equal(!state.IsPaused && state.WorkflowTask is { IsStarted: false } task && task.NextAttemptTime <= now, step.Effects.Any(e => e is WorkflowTaskReady));
        Assert.Equal(state.PendingActivities.Count(a => !state.IsPaused && !a.IsPaused && !a.IsStarted && a.NextAttemptTime <= now), step.Effects.Count(e => e is ActivityReady));
        Assert.Equal(state.PendingChildren.Count(c => !c.IsStarted), step.Effects.Count(e => e is StartChild));
        Assert.Equal(state.UnacknowledgedChildStarts, step.Effects.Count(e => e is StartChild));
        Assert.Equal(state.PendingExternalCancels.Count, step.Effects.Count(e => e is RequestExternalCancel));
        Assert.Equal(state.StartPermit == StartPermitState.NotNeeded ? 0 : 1, step.Effects.Count(e => e is StartPermitChanged));
        Assert.Equal(state.NextWakeUp is null ? 0 : 1, step.Effects.Count(e => e is ArmTimer));
    }

    internal static bool ClosesRun(EventAttributes attributes) => attributes
        is WorkflowExecutionCompleted
        or WorkflowExecutionFailed
        or WorkflowExecutionTimedOut
        or WorkflowExecutionCanceled
        or WorkflowExecutionTerminated
        or WorkflowExecutionContinuedAsNew;

    private static void EventIdsHaveNoGaps(List<RunRecord> log)
    {
        var next = 1L;
        foreach (var record in log)
        {
            if (record is HistoryEvent recorded)
            {
                Assert.Equal(next++, recorded.EventId);
            }
        }
    }

    /// <summary>What happened since the last completed task is shown to the workflow by a task that is scheduled, running or delayed, or comes with the end of a pause.</summary>
    private static void NoNewsIsForgotten(RunState state, List<RunRecord> log)
    {
        if (state.IsPaused || state.FirstWorkflowTaskTime is not null || state.StartPermit == StartPermitState.Awaited || state.WorkflowTask is { IsSpeculative: false })
        {
            return;
        }

        Assert.Empty(state.BufferedEvents);
        Assert.DoesNotContain(log, r => r is HistoryEvent e && e.EventId > state.PreviousStartedEventId && IsNews(e.Type));
    }

    private static bool IsNews(EventType type) => BufferedEventFold.MayBeBuffered(type) && type != EventType.WorkflowExecutionOptionsUpdated;

    private static void NoDeadlineIsForgotten(RunState state)
    {
        if (state.NextWakeUp is { } wakeUp)
        {
            Assert.NotNull(state.ArmedTimer);
            Assert.True(state.ArmedTimer.Value.DueTime <= wakeUp, "the armed timer is not later than the earliest deadline");
        }
    }
}
