using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The running attempt of an activity ended.</summary>
internal static class RespondActivityHandler
{
    internal static void Handle(RunState state, RespondActivity message, RunStep step)
    {
        var activity = state.PendingActivities.Find(message.ScheduledEventId);
        if (activity is not { IsStarted: true } || activity.Attempt != message.Attempt)
        {
            step.Reject(ErrorCodes.StaleAttempt, "The activity attempt named is not the one under way: it timed out, was retried, or the activity has ended.");
            return;
        }

        switch (message.Outcome)
        {
            case ActivityOutcome.Completed completed:
                Complete(state, activity, completed.Result, message.Identity, step);
                break;
            case ActivityOutcome.Failed failed:
                Fail(state, activity, failed, message.Identity, step);
                break;
            case ActivityOutcome.Canceled canceled:
                Cancel(state, activity, canceled.Details, message.Identity, step);
                break;
            case ActivityOutcome.CompletesLater:
                HandOver(state, activity, step);
                break;
            default:
                step.Reject(ErrorCodes.InvalidArgument, "The activity's outcome is neither completed, failed, canceled nor left to somebody else.");
                break;
        }
    }

    private static void Complete(RunState state, PendingActivity activity, Payloads result, string identity, RunStep step)
    {
        var bytes = SizeRules.Bytes(result);
        if (bytes > step.Limits.PayloadBytes)
        {
            ActivityAttempts.Fail(state, activity, EngineFailures.TooLarge("The activity's result", bytes, step.Limits.PayloadBytes), RetryState.NonRetryableFailure, identity, step);
            return;
        }

        var startedEventId = ActivityAttempts.RecordStarted(state, activity, step);
        var completed = new ActivityTaskCompleted
        {
            Result = result,
            ScheduledEventId = activity.ScheduledEventId,
            StartedEventId = startedEventId,
            Identity = identity,
        };
        StandaloneActivities.RecordEnd(state, completed, step);
    }

    private static void Fail(RunState state, PendingActivity activity, ActivityOutcome.Failed failed, string identity, RunStep step)
    {
        if (failed.LastHeartbeatDetails is { Count: > 0 } details)
        {
            step.Record(state, new ActivityHeartbeatRecorded(activity.ScheduledEventId, activity.Attempt, step.Now, details));
        }

        var failure = FailureRules.Shortened(failed.Failure, step.Limits);
        var decision = ActivityAttempts.DecideRetry(state, activity, failure, step.Now);
        if (decision.IsRetry)
        {
            ActivityAttempts.TryAgain(state, activity, failure, decision.Delay, step);
        }
        else
        {
            ActivityAttempts.Fail(state, activity, failure, decision.State, identity, step);
        }
    }

    private static void HandOver(RunState state, PendingActivity activity, RunStep step)
    {
        if (!activity.IsHandedOver)
        {
            step.Record(state, new ActivityAttemptHandedOver(activity.ScheduledEventId, activity.Attempt));
        }
    }

    private static void Cancel(RunState state, PendingActivity activity, Payloads details, string identity, RunStep step)
    {
        if (!activity.CancelRequested)
        {
            step.Reject(ErrorCodes.InvalidArgument, "The activity reports that it was canceled, but nobody asked for that. Report a failure instead.");
            return;
        }

        var cancelRequestedEventId = activity.CancelRequestedEventId;
        var startedEventId = ActivityAttempts.RecordStarted(state, activity, step);
        var canceled = new ActivityTaskCanceled
        {
            Details = details,
            LatestCancelRequestedEventId = cancelRequestedEventId,
            ScheduledEventId = activity.ScheduledEventId,
            StartedEventId = startedEventId,
            Identity = identity,
        };
        StandaloneActivities.RecordEnd(state, canceled, step);
    }
}
