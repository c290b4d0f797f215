using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Hands the waiting workflow task to a worker, with every admitted update.</summary>
internal static class StartWorkflowTaskHandler
{
    /// <summary>Share of the updates allowed at which a workflow should continue as new.</summary>
    private const double SuggestedShareOfUpdates = 0.9;

    /// <summary>A task that accepts what it is given must have as much left for its other commands.</summary>
    private const int ShareOfUpdates = 2;

    internal static void Handle(RunState state, StartWorkflowTask message, RunStep step)
    {
        if (state.WorkflowTask is not { } task || (state.IsPaused && !task.IsStarted) || (!task.IsOffered && task.NextAttemptTime > step.Now))
        {
            step.Reject(ErrorCodes.StaleAttempt, "The run has no workflow task that waits for a worker.");
            return;
        }

        if (task.IsStarted)
        {
            RefuseUnlessRepeated(task, message, step);
            return;
        }

        Start(state, message, step);
        task = state.WorkflowTask!;
        state.Updates.Deliver(step.Limits.WorkflowTaskBytes / ShareOfUpdates);
        WakeUp.At(state, RunTimerKind.WorkflowTaskStartToClose, task.ScheduledEventId, task.Attempt, step.Now + state.Started.WorkflowTaskTimeout, step);
    }

    private static void RefuseUnlessRepeated(WorkflowTaskState task, StartWorkflowTask message, RunStep step)
    {
        if (message.RequestId.Length == 0 || !string.Equals(task.RequestId, message.RequestId, StringComparison.Ordinal))
        {
            step.Reject(ErrorCodes.StaleAttempt, "The workflow task is already with a worker.");
        }
    }

    private static void Start(RunState state, StartWorkflowTask message, RunStep step)
    {
        Happenings.Flush(state, step);
        if (state.WorkflowTask is { IsTransient: true } transient && transient.ScheduledEventId != state.NextEventId)
        {
            // There is news since the last attempt: it is an ordinary task again.
            WorkflowTasks.RecordScheduled(state, step);
        }

        var task = state.WorkflowTask!;
        var started = StartedEvent(state, task.ScheduledEventId, message, step.Limits);
        if (task.IsTransient || task.IsSpeculative)
        {
            StartUnwritten(state, task, started, step);
        }
        else
        {
            step.Record(state, started);
        }
    }

    private static void StartUnwritten(RunState state, WorkflowTaskState task, WorkflowTaskStarted started, RunStep step)
    {
        Invariant.That(task.ScheduledEventId == state.NextEventId, "the events of a transient or speculative task come next in history");
        var scheduled = new WorkflowTaskScheduled
        {
            TaskQueue = state.TaskQueue,
            StartToCloseTimeout = state.Started.WorkflowTaskTimeout,
            Attempt = task.Attempt,
        };
        task.UnwrittenEvents =
        [
            new HistoryEvent(task.ScheduledEventId, step.Now, scheduled),
            new HistoryEvent(task.ScheduledEventId + 1, step.Now, started),
        ];
        task.StartedEventId = task.ScheduledEventId + 1;
        task.StartedTime = step.Now;
        task.Identity = started.Identity;
        task.RequestId = started.RequestId;
    }

    private static WorkflowTaskStarted StartedEvent(RunState state, long scheduledEventId, StartWorkflowTask message, EngineLimits limits)
    {
        var reasons = ReasonsToContinueAsNew(state, limits);
        return new WorkflowTaskStarted
        {
            ScheduledEventId = scheduledEventId,
            Identity = message.Identity,
            RequestId = message.RequestId,
            SuggestContinueAsNew = reasons != SuggestContinueAsNewReasons.None,
            SuggestContinueAsNewReasons = reasons,
            HistorySizeBytes = state.HistorySizeBytes,
        };
    }

    private static SuggestContinueAsNewReasons ReasonsToContinueAsNew(RunState state, EngineLimits limits) =>
        (state.HistorySizeBytes >= limits.SuggestContinueAsNewBytes ? SuggestContinueAsNewReasons.HistorySizeTooLarge : SuggestContinueAsNewReasons.None)
        | (state.NextEventId - 1 >= limits.SuggestContinueAsNewEvents ? SuggestContinueAsNewReasons.TooManyHistoryEvents : SuggestContinueAsNewReasons.None)
        | (state.Updates.TotalCount >= SuggestedShareOfUpdates * limits.Updates ? SuggestContinueAsNewReasons.TooManyUpdates : SuggestContinueAsNewReasons.None);
}
