using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>
/// A workflow task that failed or timed out is tried again. The first failure in a row is an event; from the second attempt on the task is transient and its
/// failures are transitions, so that code broken for days does not fill the history.
/// </summary>
internal static class WorkflowTaskFailures
{
    /// <summary>Delay before the second attempt; doubled for each further one.</summary>
    internal static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);

    internal static void Fail(RunState state, WorkflowTaskFailedCause cause, Failure failure, string identity, RunStep step)
    {
        WorkflowTasks.MakeDurable(state, step);
        var task = Started(state);
        if (task.IsTransient)
        {
            RecordAttemptFailed(state, task, cause, failure, Backoff(task.Attempt, step.Limits.MaximumWorkflowTaskBackoff), step);
        }
        else
        {
            step.Record(state, new WorkflowTaskFailed
            {
                ScheduledEventId = task.ScheduledEventId,
                StartedEventId = task.StartedEventId,
                Cause = cause,
                Failure = failure,
                Identity = identity,
            });
        }

        TryAgain(state, step);
    }

    /// <summary>The timeout was wait enough: the next attempt may start at once.</summary>
    internal static void TimeOut(RunState state, RunStep step)
    {
        WorkflowTasks.MakeDurable(state, step);
        var task = Started(state);
        if (task.IsTransient)
        {
            RecordAttemptFailed(state, task, WorkflowTaskFailedCause.Unspecified, EngineFailures.WorkflowTaskTimeout(), TimeSpan.Zero, step);
        }
        else
        {
            step.Record(state, new WorkflowTaskTimedOut
            {
                ScheduledEventId = task.ScheduledEventId,
                StartedEventId = task.StartedEventId,
                TimeoutType = TimeoutType.StartToClose,
            });
        }

        TryAgain(state, step);
    }

    private static WorkflowTaskState Started(RunState state)
    {
        Invariant.That(state.WorkflowTask is { IsStarted: true }, "a workflow task that fails is running");
        return state.WorkflowTask;
    }

    private static void RecordAttemptFailed(RunState state, WorkflowTaskState task, WorkflowTaskFailedCause cause, Failure failure, TimeSpan backoff, RunStep step) =>
        step.Record(state, new WorkflowTaskAttemptFailed(task.Attempt, step.Now, step.Now + backoff, failure) { Cause = cause });

    /// <summary>What was buffered is news to the workflow: it gets a task as if nothing had failed. Otherwise the next attempt waits.</summary>
    private static void TryAgain(RunState state, RunStep step)
    {
        state.Updates.TakeBack();
        if (Happenings.Flush(state, step))
        {
            WorkflowTasks.Schedule(state, step);
            return;
        }

        var task = state.WorkflowTask!;
        if (task.NextAttemptTime <= step.Now)
        {
            WorkflowTasks.Offer(state, task, step);
        }
        else
        {
            WakeUp.At(state, RunTimerKind.WorkflowTaskRetry, task.ScheduledEventId, task.Attempt, task.NextAttemptTime, step);
        }
    }

    private static TimeSpan Backoff(int failedAttempt, TimeSpan maximum)
    {
        var doublings = Math.Min(failedAttempt - 1, 30);
        return TimeSpan.FromTicks(Math.Min(FirstBackoff.Ticks << doublings, maximum.Ticks));
    }
}
