using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Attempts of an activity: offered to workers, ended, tried again.</summary>
internal static class ActivityAttempts
{
    /// <summary>Offers the next attempt if none runs.</summary>
    internal static void OfferWhenWaiting(RunState state, PendingActivity activity, RunStep step)
    {
        if (!activity.IsStarted)
        {
            OfferWhenDue(state, activity, step);
        }
    }

    /// <summary>Offers the next attempt if its time has come, nothing is paused, and that was not done yet.</summary>
    internal static void OfferWhenDue(RunState state, PendingActivity activity, RunStep step)
    {
        if (!activity.IsOffered && !state.IsPaused && !activity.IsPaused && activity.NextAttemptTime <= step.Now)
        {
            activity.IsOffered = true;
            step.Emit(new ActivityReady(activity.ScheduledEventId, activity.Attempt, activity.Scheduled.TaskQueue));
        }
    }

    /// <summary>Whether the attempt that failed is followed by another, and when.</summary>
    internal static RetryDecision DecideRetry(RunState state, PendingActivity activity, Failure failure, DateTimeOffset now, TimeSpan? fixedDelay = null)
    {
        if (activity.CancelRequested)
        {
            return RetryDecision.No(RetryState.CancelRequested);
        }

        if ((state.IsPaused || activity.IsPaused) && RetryRules.IsRetryable(failure, activity.Scheduled.RetryPolicy))
        {
            // A pause must not use up the last attempt: the next waits for the end of the pause.
            return new RetryDecision(RetryState.InProgress, TimeSpan.Zero);
        }

        return RetryRules.Decide(activity.Scheduled.RetryPolicy, activity.CountedAttempts, failure, now, ExpirationOf(state, activity), fixedDelay);
    }

    /// <summary>After this time no attempt begins: a run with a timeout learns of the failure instead of waiting for an attempt that it may not see.</summary>
    private static DateTimeOffset? ExpirationOf(RunState state, PendingActivity activity)
    {
        var limit = TimeoutRules.Shorter(activity.Scheduled.ScheduleToCloseTimeout, state.Started.WorkflowRunTimeout);
        return activity.ScheduledTime + TimeoutRules.Shorter(limit, state.Started.WorkflowExecutionTimeout);
    }

    internal static void TryAgain(RunState state, PendingActivity activity, Failure failure, TimeSpan delay, RunStep step)
    {
        step.Record(state, new ActivityAttemptFailed(activity.ScheduledEventId, activity.Attempt, step.Now, step.Now + delay, FailureRules.OfAttempt(failure, step.Limits)));
        OfferWhenDue(state, activity, step);
        WakeUp.At(state, Deadlines.Earliest(activity), step);
    }

    /// <summary>Ends the activity with a failure for good.</summary>
    internal static void Fail(RunState state, PendingActivity activity, Failure failure, RetryState retryState, string identity, RunStep step)
    {
        var startedEventId = RecordStarted(state, activity, step);
        var failed = new ActivityTaskFailed
        {
            Failure = failure,
            ScheduledEventId = activity.ScheduledEventId,
            StartedEventId = startedEventId,
            Identity = identity,
            RetryState = retryState,
        };
        StandaloneActivities.RecordEnd(state, failed, step);
    }

    /// <summary>Records the start of the attempt that gave the outcome; its event comes with that of the outcome.</summary>
    /// <returns>The event's ID; 0 when it was buffered.</returns>
    internal static long RecordStarted(RunState state, PendingActivity activity, RunStep step)
    {
        var started = new ActivityTaskStarted
        {
            ScheduledEventId = activity.ScheduledEventId,
            Identity = activity.Identity,
            Attempt = activity.ShownAttempt,
            LastFailure = activity.LastFailure,
        };
        return Happenings.Record(state, started, step);
    }
}
