namespace Holdfast.Engine;

/// <summary>The armed timer is due: does everything whose time has come, in order of time, and arms the next.</summary>
internal static class TimerDueHandler
{
    internal static void Handle(RunState state, TimerDue message, RunStep step)
    {
        if (state.ArmedTimer is { } armed && armed.Timer == message.Timer)
        {
            state.ArmedTimer = null;
        }

        step.DueDeadlines.Clear();
        Deadlines.CollectDue(state, step.Now, step.DueDeadlines);
        foreach (var deadline in step.DueDeadlines)
        {
            if (state.IsClosed)
            {
                return;
            }

            Fire(state, deadline.Timer, step);
        }

        WakeUp.AtEarliest(state, step);
    }

    /// <summary>A deadline that an earlier one of the same step has made meaningless does nothing.</summary>
    private static void Fire(RunState state, RunTimer timer, RunStep step)
    {
        switch (timer.Kind)
        {
            case RunTimerKind.User: UserTimers.Fire(state, timer.EventId, step); break;
            case RunTimerKind.FirstWorkflowTaskBackoff: StartFirstWorkflowTask(state, step); break;
            case RunTimerKind.WorkflowTaskRetry: OfferWorkflowTask(state, step); break;
            case RunTimerKind.WorkflowTaskStartToClose: TimeOutWorkflowTask(state, timer, step); break;
            case RunTimerKind.WorkflowTaskScheduleToStart: MakeWorkflowTaskDurable(state, step); break;
            case RunTimerKind.WorkflowRunTimeout: RunTimeouts.OfRun(state, step); break;
            case RunTimerKind.WorkflowExecutionTimeout: RunTimeouts.OfExecution(state, step); break;
            default: ActivityTimers.Fire(state, timer, step); break;
        }
    }

    private static void StartFirstWorkflowTask(RunState state, RunStep step)
    {
        if (state.FirstWorkflowTaskTime is not null)
        {
            WorkflowTasks.Schedule(state, step);
        }
    }

    private static void OfferWorkflowTask(RunState state, RunStep step)
    {
        if (state.WorkflowTask is { } task)
        {
            WorkflowTasks.OfferWhenDue(state, task, step);
        }
    }

    private static void MakeWorkflowTaskDurable(RunState state, RunStep step)
    {
        if (state.WorkflowTask is { IsStarted: false })
        {
            WorkflowTasks.MakeDurable(state, step);
        }
    }

    private static void TimeOutWorkflowTask(RunState state, RunTimer timer, RunStep step)
    {
        if (state.WorkflowTask is { IsStarted: true } task && task.ScheduledEventId == timer.EventId && task.Attempt == timer.Attempt)
        {
            WorkflowTaskFailures.TimeOut(state, step);
        }
    }
}
