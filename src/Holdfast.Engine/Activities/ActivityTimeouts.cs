using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A timeout of an activity passed.</summary>
internal static class ActivityTimeouts
{
    internal static void TimeOut(RunState state, PendingActivity activity, TimeoutType type, RunStep step)
    {
        if (activity.IsStarted)
        {
            step.Emit(new CancelActivityAttempt(activity.Reference(state), ActivityCancelReason.TimedOut, ReleasesSlot: true, activity.OverdueTime));
        }

        var failure = EngineFailures.ActivityTimeout(type, activity.HeartbeatDetails, CauseOf(type, activity.LastFailure));
        var decision = Decide(state, activity, type, failure, step.Now);
        if (decision.IsRetry)
        {
            ActivityAttempts.TryAgain(state, activity, failure, decision.Delay, step);
        }
        else
        {
            Close(state, activity, Final(failure, type, decision.State, activity), decision.State, step);
        }
    }

    /// <summary>
    /// The failure before is told with the activity's last word. Of an attempt that is tried again it is what its code last failed with: were it the timeout
    /// before, each of many timeouts would hold all those before it.
    /// </summary>
    private static Failure? CauseOf(TimeoutType type, Failure? last) =>
        type == TimeoutType.ScheduleToClose || last is not { Info: FailureInfo.Timeout, Source: EngineFailures.Source } ? last : last.Cause;

    /// <summary>The timeouts of the whole activity and of its wait are deadlines and no failures of an attempt: what they end is out of time.</summary>
    private static RetryDecision Decide(RunState state, PendingActivity activity, TimeoutType type, Failure failure, DateTimeOffset now) =>
        IsOfAttempt(type) || activity.CancelRequested
            ? ActivityAttempts.DecideRetry(state, activity, failure, now)
            : RetryDecision.No(RetryState.Timeout);

    /// <summary>An attempt's timeout that leaves no time for another is in truth that of the whole activity.</summary>
    private static Failure Final(Failure failure, TimeoutType type, RetryState retryState, PendingActivity activity) =>
        retryState == RetryState.Timeout && IsOfAttempt(type)
            ? EngineFailures.ActivityTimeout(TimeoutType.ScheduleToClose, activity.HeartbeatDetails, failure)
            : failure;

    private static bool IsOfAttempt(TimeoutType type) => type is TimeoutType.StartToClose or TimeoutType.Heartbeat;

    private static void Close(RunState state, PendingActivity activity, Failure failure, RetryState retryState, RunStep step)
    {
        var startedEventId = activity.IsStarted ? ActivityAttempts.RecordStarted(state, activity, step) : 0;
        var timedOut = new ActivityTaskTimedOut
        {
            Failure = failure,
            ScheduledEventId = activity.ScheduledEventId,
            StartedEventId = startedEventId,
            RetryState = retryState,
        };
        StandaloneActivities.RecordEnd(state, timedOut, step);
    }
}
