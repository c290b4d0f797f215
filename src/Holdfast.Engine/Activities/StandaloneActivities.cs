using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A run that executes one activity and no workflow code: it begins with the activity scheduled, and closes when that ends.</summary>
internal static class StandaloneActivities
{
    private const string SeeActivity = "The activity failed; the event of its end says why.";

    /// <summary>The run begins: schedules its activity.</summary>
    internal static void Schedule(RunState state, ScheduleActivityTaskCommand activity, RunStep step) =>
        ScheduleActivityTaskHandler.Execute(state, activity, new CommandContext(0, 0, state.Started.Identity), step);

    /// <summary>Somebody asked to cancel: tells the worker, or closes the run when no worker is at it.</summary>
    internal static void Cancel(RunState state, string identity, RunStep step)
    {
        var activity = state.PendingActivities[0];
        var requested = step.Record(state, new ActivityTaskCancelRequested { ScheduledEventId = activity.ScheduledEventId, WorkflowTaskCompletedEventId = 0 });
        if (activity.IsStarted)
        {
            step.Emit(new CancelActivityAttempt(activity.Reference(state), ActivityCancelReason.CancelRequested, ReleasesSlot: false));
            return;
        }

        RecordEnd(state, new ActivityTaskCanceled { LatestCancelRequestedEventId = requested.EventId, ScheduledEventId = activity.ScheduledEventId, StartedEventId = 0, Identity = identity }, step);
    }

    /// <summary>Records the end of an activity, and what follows: its workflow sees it, or the run that was there for it closes.</summary>
    internal static void RecordEnd(RunState state, EventAttributes end, RunStep step)
    {
        Happenings.Record(state, end, step);
        if (state.IsStandaloneActivity)
        {
            RunClosing.Close(state, CloseEventOf(end), step);
        }
        else
        {
            WorkflowTasks.Ensure(state, step);
        }
    }

    /// <summary>The outcome is in the event of the activity's end; it is not written twice.</summary>
    private static EventAttributes CloseEventOf(EventAttributes end) => end switch
    {
        ActivityTaskCompleted => new WorkflowExecutionCompleted { WorkflowTaskCompletedEventId = 0 },
        ActivityTaskCanceled => new WorkflowExecutionCanceled { WorkflowTaskCompletedEventId = 0 },
        ActivityTaskTimedOut timedOut => new WorkflowExecutionTimedOut { RetryState = timedOut.RetryState },
        ActivityTaskFailed failed => new WorkflowExecutionFailed { Failure = new Failure { Message = SeeActivity, Info = new FailureInfo.Server(NonRetryable: true) }, RetryState = failed.RetryState, WorkflowTaskCompletedEventId = 0 },
        _ => throw new HoldfastException(ErrorCodes.InvariantBroken, $"{end.Type} does not end an activity."),
    };
}
