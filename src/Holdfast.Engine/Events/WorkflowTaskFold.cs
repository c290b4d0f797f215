using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The life of a workflow task.</summary>
internal static class WorkflowTaskFold
{
    internal static void Scheduled(RunState state, WorkflowTaskScheduled scheduled, long eventId, DateTimeOffset time)
    {
        var before = state.WorkflowTask;
        state.FirstWorkflowTaskTime = null;
        StartPermitFold.Used(state);
        state.WorkflowTask = new WorkflowTaskState(eventId, scheduled.Attempt, time) { LastFailure = before?.LastFailure, LastFailedCause = before?.LastFailedCause ?? default };
    }

    internal static void Started(RunState state, WorkflowTaskStarted started, long eventId, DateTimeOffset time)
    {
        var task = state.WorkflowTask;
        Invariant.That(task is { IsStarted: false } && task.ScheduledEventId == started.ScheduledEventId, "a workflow task that starts was scheduled");
        task.StartedEventId = eventId;
        task.StartedTime = time;
        task.Identity = started.Identity;
        task.RequestId = started.RequestId;
    }

    internal static void Completed(RunState state, WorkflowTaskCompleted completed, long eventId, DateTimeOffset time)
    {
        Invariant.That(state.WorkflowTask is { IsStarted: true }, "a workflow task that completes was started");
        state.PreviousStartedEventId = completed.StartedEventId;
        state.WorkflowTask = null;
        if (completed.BuildId.Length != 0)
        {
            AutoResetPointsFold.BuildCameIn(state, completed.BuildId, eventId, time);
        }
    }

    /// <summary>A task that failed because of a reset is followed by an ordinary one.</summary>
    internal static void Failed(RunState state, WorkflowTaskFailed failed, DateTimeOffset time) =>
        state.WorkflowTask = failed.Cause is WorkflowTaskFailedCause.ResetWorkflow ? null : Transient(state, 2, time, time + WorkflowTaskFailures.FirstBackoff, failed.Cause, failed.Failure);

    internal static void TimedOut(RunState state, DateTimeOffset time) =>
        state.WorkflowTask = Transient(state, 2, time, time, WorkflowTaskFailedCause.Unspecified, EngineFailures.WorkflowTaskTimeout());

    internal static void AttemptFailed(RunState state, WorkflowTaskAttemptFailed failed) =>
        state.WorkflowTask = Transient(state, failed.Attempt + 1, failed.Time, failed.NextAttemptTime, failed.Cause, failed.Failure);

    private static WorkflowTaskState Transient(RunState state, int attempt, DateTimeOffset time, DateTimeOffset nextAttemptTime, WorkflowTaskFailedCause cause, Failure failure) =>
        new(state.NextEventId, attempt, time) { NextAttemptTime = nextAttemptTime, LastFailure = failure, LastFailedCause = cause };
}
