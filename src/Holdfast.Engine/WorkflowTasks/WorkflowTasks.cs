using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Scheduling of workflow tasks. A run has at most one.</summary>
internal static class WorkflowTasks
{
    /// <summary>Something new is in history: sees to it that a durable task will show it to the workflow, also before the first task was due.</summary>
    internal static void Ensure(RunState state, RunStep step)
    {
        if (state.WorkflowTask is { } task)
        {
            if (!task.IsStarted)
            {
                MakeDurable(state, step);
            }
        }
        else
        {
            Schedule(state, step);
        }
    }

    /// <summary>Schedules a task and offers it; not while the run is paused, since unpausing schedules one.</summary>
    internal static void Schedule(RunState state, RunStep step)
    {
        if (state.IsPaused)
        {
            return;
        }

        if (StartPermits.IsMissing(state))
        {
            StartPermits.Ask(state, step);
            return;
        }

        RecordScheduled(state, step);
        Offer(state, state.WorkflowTask!, step);
    }

    internal static void RecordScheduled(RunState state, RunStep step) =>
        step.Record(state, new WorkflowTaskScheduled { TaskQueue = state.TaskQueue, StartToCloseTimeout = state.Started.WorkflowTaskTimeout });

    internal static void Offer(RunState state, WorkflowTaskState task, RunStep step)
    {
        if (!state.IsPaused)
        {
            task.IsOffered = true;
            step.Emit(new WorkflowTaskReady(state.TaskQueue));
        }
    }

    /// <summary>Offers a task that waits for a worker if its time has come and that was not done yet.</summary>
    internal static void OfferWhenDue(RunState state, WorkflowTaskState task, RunStep step)
    {
        if (task is { IsStarted: false, IsOffered: false } && task.NextAttemptTime <= step.Now)
        {
            Offer(state, task, step);
        }
    }

    /// <summary>Updates wait that no task carries: makes a speculative one, unless there is a task that will carry them.</summary>
    internal static void EnsureForUpdates(RunState state, RunStep step)
    {
        if (state.WorkflowTask is not null || state.Updates.Admitted.Count == 0 || state.IsPaused)
        {
            return;
        }

        if (state.FirstWorkflowTaskTime is not null || StartPermits.IsMissing(state))
        {
            Schedule(state, step);
            return;
        }

        var task = new WorkflowTaskState(state.NextEventId, 1, step.Now)
        {
            IsSpeculative = true,
            ScheduleToStartDueTime = step.Now + step.Limits.SpeculativeWorkflowTaskTimeout,
        };
        state.WorkflowTask = task;
        Offer(state, task, step);
        WakeUp.At(state, RunTimerKind.WorkflowTaskScheduleToStart, task.ScheduledEventId, task.Attempt, task.ScheduleToStartDueTime.Value, step);
    }

    /// <summary>Writes the events of a speculative task: something happened that must be durable behind them.</summary>
    internal static void MakeDurable(RunState state, RunStep step)
    {
        if (state.WorkflowTask is not { IsSpeculative: true } task)
        {
            return;
        }

        if (task.IsStarted)
        {
            WriteUnwritten(state, task, step);
        }
        else
        {
            RecordScheduled(state, step);
        }

        state.WorkflowTask!.IsOffered = true;
    }

    /// <summary>Writes the events that the worker of a transient or speculative task was shown.</summary>
    internal static void WriteUnwritten(RunState state, WorkflowTaskState task, RunStep step)
    {
        foreach (var unwritten in task.UnwrittenEvents)
        {
            step.Record(state, unwritten);
        }
    }
}
