using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Pauses, unpauses and resets pending activities, and changes their options; all that are meant or none.</summary>
internal static class OperateActivitiesHandler
{
    internal static void Handle(RunState state, OperateActivities message, RunStep step)
    {
        if (state.HasSeenRequest(message.RequestId))
        {
            return;
        }

        if (Problem(state, message, step.Limits) is { } problem)
        {
            step.Reject(problem.Code, problem.Message);
            return;
        }

        for (var i = 0; i < state.PendingActivities.Count; i++)
        {
            if (IsMeant(state.PendingActivities[i], message))
            {
                Operate(state, state.PendingActivities[i], message, step);
            }
        }

        NoteUnlessRecorded(state, message, step);
        WakeUp.AtEarliest(state, step);
    }

    /// <summary>Were a request forgotten that changed nothing, it would undo what was done since when it comes again.</summary>
    private static void NoteUnlessRecorded(RunState state, OperateActivities message, RunStep step)
    {
        if (message.RequestId.Length != 0 && !state.HasSeenRequest(message.RequestId))
        {
            step.Record(state, new RequestNoted(message.RequestId));
        }
    }

    private static void Operate(RunState state, PendingActivity activity, OperateActivities message, RunStep step)
    {
        switch (message.Operation)
        {
            case ActivityOperation.Pause pause:
                Pause(state, activity, pause, message, step);
                break;
            case ActivityOperation.Unpause unpause:
                Unpause(state, activity, unpause, message.RequestId, step);
                break;
            case ActivityOperation.Reset reset:
                Reset(state, activity, reset, message.RequestId, step);
                break;
            case ActivityOperation.UpdateOptions update:
                SetOptions(state, activity, ChangedOptions.Of(activity.Scheduled, update.Change), message.RequestId, step);
                break;
            default:
                Restore(state, activity, message.RequestId, step);
                break;
        }

        ActivityAttempts.OfferWhenWaiting(state, activity, step);
    }

    private static void Pause(RunState state, PendingActivity activity, ActivityOperation.Pause pause, OperateActivities message, RunStep step)
    {
        if (activity.IsPaused)
        {
            return;
        }

        step.Record(state, new ActivityPaused(activity.ScheduledEventId, step.Now, message.Identity, pause.Reason, message.RequestId));
        Tell(state, activity, ActivityCancelReason.Paused, step);
    }

    private static void Unpause(RunState state, PendingActivity activity, ActivityOperation.Unpause unpause, string requestId, RunStep step)
    {
        if (activity.IsPaused)
        {
            var next = activity.NotBefore(step.Now + Jitter.Of(unpause.Jitter, state.RunId, activity.ScheduledEventId));
            step.Record(state, new ActivityUnpaused(activity.ScheduledEventId, next, unpause.ResetsAttempts, unpause.ResetsHeartbeat, requestId));
        }
    }

    /// <summary>An attempt that waits at a queue goes on waiting there.</summary>
    private static void Reset(RunState state, PendingActivity activity, ActivityOperation.Reset reset, string requestId, RunStep step)
    {
        if (reset.RestoresOptions)
        {
            Restore(state, activity, requestId, step);
        }

        var next = activity.IsOffered ? activity.NextAttemptTime : activity.NotBefore(step.Now + Jitter.Of(reset.Jitter, state.RunId, activity.ScheduledEventId));
        step.Record(state, new ActivityReset(activity.ScheduledEventId, next, reset.KeepsPause, reset.ResetsHeartbeat, requestId));
        Tell(state, activity, ActivityCancelReason.Reset, step);
    }

    private static void Restore(RunState state, PendingActivity activity, string requestId, RunStep step)
    {
        if (activity.Operated is { } operated)
        {
            SetOptions(state, activity, operated.Original, requestId, step);
        }
    }

    private static void SetOptions(RunState state, PendingActivity activity, ActivityTaskScheduled options, string requestId, RunStep step) =>
        step.Record(state, ChangedOptions.Record(activity.ScheduledEventId, options, requestId));

    private static void Tell(RunState state, PendingActivity activity, ActivityCancelReason reason, RunStep step)
    {
        if (activity is { IsStarted: true, CancelRequested: false })
        {
            step.Emit(new CancelActivityAttempt(activity.Reference(state), reason, ReleasesSlot: false));
        }
    }

    private static bool IsMeant(PendingActivity activity, OperateActivities message) => message.Activities.Selects(activity.Scheduled.ActivityId, activity.Scheduled.ActivityType);

    private static Rejection? Problem(RunState state, OperateActivities message, EngineLimits limits) =>
        SizeRules.LengthProblem("The identity", message.Identity, limits)
        ?? SizeRules.LengthProblem("The request ID", message.RequestId, limits)
        ?? Problem(message.Operation, limits)
        ?? ProblemOfActivities(state, message);

    private static Rejection? Problem(ActivityOperation operation, EngineLimits limits) => operation switch
    {
        ActivityOperation.Pause pause => SizeRules.LengthProblem("The reason", pause.Reason, limits),
        ActivityOperation.Unpause unpause => Invalid(TimeoutRules.DelayProblem("The jitter", unpause.Jitter)),
        ActivityOperation.Reset reset => Invalid(TimeoutRules.DelayProblem("The jitter", reset.Jitter)),
        ActivityOperation.UpdateOptions update => ChangedOptions.Problem(update.Change, limits),
        _ => null,
    };

    private static Rejection? ProblemOfActivities(RunState state, OperateActivities message)
    {
        for (var i = 0; i < state.PendingActivities.Count; i++)
        {
            if (IsMeant(state.PendingActivities[i], message))
            {
                return null;
            }
        }

        return new(ErrorCodes.ActivityNotPending, $"The run has no pending activity {message.Activities}.");
    }

    private static Rejection? Invalid(string? problem) => problem is null ? null : new(ErrorCodes.InvalidArgument, problem);
}
