using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Workflow code has run: checks all its commands, then carries them out in order.</summary>
internal static class CompleteWorkflowTaskHandler
{
    internal static void Handle(RunState state, CompleteWorkflowTask message, RunStep step)
    {
        if (state.WorkflowTask is not { IsStarted: true } task || task.StartedEventId != message.StartedEventId || task.Attempt != message.Attempt)
        {
            step.Reject(ErrorCodes.StaleAttempt, "The workflow task named is not the one under way.");
            return;
        }

        if (CommandTable.Validate(state, message.Commands, step.Batch) is { } fault)
        {
            WorkflowTaskFailures.Fail(state, fault.Cause, EngineFailures.BadCommand(fault.Message), message.Identity, step);
        }
        else if (IsHeartbeat(message) && task.FirstScheduledTime + step.Limits.WorkflowTaskHeartbeatTimeout <= step.Now)
        {
            WorkflowTaskFailures.TimeOut(state, step);
        }
        else if (task.IsSpeculative && !step.Batch.LeavesTrace && !message.ForceNewTask)
        {
            Drop(state, message, step);
        }
        else
        {
            Complete(state, task, message, step);
        }
    }

    /// <summary>The worker asks for nothing but another task: its local activities take longer than a task may.</summary>
    private static bool IsHeartbeat(CompleteWorkflowTask message) => message.ForceNewTask && message.Commands.Count == 0;

    /// <summary>A speculative task that only rejected updates leaves no trace.</summary>
    private static void Drop(RunState state, CompleteWorkflowTask message, RunStep step)
    {
        state.WorkflowTask = null;
        CommandTable.Execute(state, message.Commands, new CommandContext(0, 0, message.Identity), step);
        UpdateReports.RejectUnanswered(state, step);
        WorkflowTasks.EnsureForUpdates(state, step);
    }

    private static void Complete(RunState state, WorkflowTaskState task, CompleteWorkflowTask message, RunStep step)
    {
        WorkflowTasks.WriteUnwritten(state, task, step);
        var completed = step.Record(state, new WorkflowTaskCompleted
        {
            ScheduledEventId = task.ScheduledEventId,
            StartedEventId = task.StartedEventId,
            Identity = message.Identity,
            BuildId = string.Equals(message.BuildId, state.BuildId, StringComparison.Ordinal) ? string.Empty : message.BuildId,
        });
        CommandTable.Execute(state, message.Commands, new CommandContext(task.ScheduledEventId, completed.EventId, message.Identity), step);
        if (!state.IsClosed)
        {
            GoOn(state, message, step);
            KeepFirstScheduledTime(state, task, message);
        }
    }

    /// <summary>Heartbeats in a row are one wait, which has a limit.</summary>
    private static void KeepFirstScheduledTime(RunState state, WorkflowTaskState before, CompleteWorkflowTask message)
    {
        if (IsHeartbeat(message) && state.WorkflowTask is { } next)
        {
            next.FirstScheduledTime = before.FirstScheduledTime;
        }
    }

    private static void GoOn(RunState state, CompleteWorkflowTask message, RunStep step)
    {
        UpdateReports.RejectUnanswered(state, step);
        if (Happenings.Flush(state, step) || message.ForceNewTask)
        {
            WorkflowTasks.Schedule(state, step);
        }
        else
        {
            WorkflowTasks.EnsureForUpdates(state, step);
        }
    }
}
