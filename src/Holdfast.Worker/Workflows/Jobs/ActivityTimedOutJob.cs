using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A timeout of an activity passed for good.</summary>
internal static class ActivityTimedOutJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ActivityTaskTimedOut)recorded.Attributes;
        var activity = EndedActivity.Take(run, recorded, attributes.ScheduledEventId);
        activity.Fail(EndedActivity.Failure(run, activity, attributes.StartedEventId, string.Empty, attributes.RetryState, attributes.Failure));
    }
}
