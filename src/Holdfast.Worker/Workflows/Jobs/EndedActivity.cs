using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>What the ends of an activity have in common.</summary>
internal static class EndedActivity
{
    /// <summary>Takes the activity that ended out of the pending ones.</summary>
    public static PendingActivity Take(WorkflowRun run, HistoryEvent recorded, long scheduledEventId) =>
        run.Pending.Activities.Remove(scheduledEventId, out var activity)
            ? activity
            : throw NonDeterminism.UnknownPending(recorded, $"the activity of event {scheduledEventId}");

    /// <summary>What workflow code sees of an activity that failed.</summary>
    public static Exception Failure(WorkflowRun run, PendingActivity activity, long startedEventId, string identity, RetryState retryState, Failure cause)
    {
        var converter = run.Converters.OfActivity(activity.ActivityType, activity.ActivityId);
        var info = new FailureInfo.Activity(activity.ScheduledEventId, startedEventId, identity, activity.ActivityType, activity.ActivityId, retryState);
        return FailureConverter.ToException(FailureConverter.Wrap($"Activity '{activity.ActivityType}' failed", info, cause, converter), converter);
    }
}
