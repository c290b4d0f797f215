using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What the runtime asks of a run's state.</summary>
internal static class RunStateReading
{
    /// <summary>From this attempt of its first workflow task on a run refuses queries.</summary>
    private const int AttemptsBeforeQueriesAreRefused = 3;

    extension(RunState state)
    {
        /// <summary>True when a workflow task waits for a worker.</summary>
        public bool HasReadyWorkflowTask => state.WorkflowTask is { IsStarted: false, IsOffered: true };

        /// <summary>True when a worker has a workflow task in hand.</summary>
        public bool HasStartedWorkflowTask => state.WorkflowTask is { IsStarted: true };

        /// <summary>True while the task is the one that a worker has in hand.</summary>
        public bool IsUnderWay(WorkflowTask task) => state.WorkflowTask is { IsStarted: true } pending && pending.StartedEventId == task.StartedEventId && pending.Attempt == task.Attempt;

        /// <summary>True when nothing that was acknowledged is still unseen by workflow code that could see it now.</summary>
        public bool CanAnswerQueries => state.IsClosed || (state.PreviousStartedEventId > 0 && state.WorkflowTask is null or { IsStarted: false, IsOffered: false });

        /// <summary>True when the first workflow task keeps failing: no query can be answered until the code is mended.</summary>
        public bool KeepsFailingToBegin => !state.IsClosed && state.PreviousStartedEventId == 0 && state.WorkflowTask is { Attempt: >= AttemptsBeforeQueriesAreRefused };

        /// <summary>Updates that the workflow task under way carries.</summary>
        public IReadOnlyList<UpdateRequest> DeliveredUpdates => state.Updates.Admitted.Count == 0 ? [] : [.. state.Updates.Admitted.Where(static u => u.IsDelivered).Select(static u => u.Request)];

        /// <summary>True when the attempt is the one that a worker has in hand.</summary>
        public bool IsAttemptStarted(long scheduledEventId, int attempt) =>
            state.PendingActivities.Find(scheduledEventId) is { IsStarted: true } activity && activity.Attempt == attempt;

        /// <summary>What a heartbeat is told: to stop when the workflow asked to cancel the activity, or the activity is closed; that it, or its run, is paused; that it was reset.</summary>
        public RecordActivityTaskHeartbeatResponse AnswerHeartbeat(long scheduledEventId) =>
            state.PendingActivities.Find(scheduledEventId) is not { CancelRequested: false } activity
                ? new RecordActivityTaskHeartbeatResponse(CancelRequested: true, state.IsPaused)
                : new RecordActivityTaskHeartbeatResponse(CancelRequested: false, state.IsPaused || activity.IsPaused, activity.Operated is { IsReset: true });
    }
}
