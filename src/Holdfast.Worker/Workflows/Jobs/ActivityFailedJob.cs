using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>An activity failed for good.</summary>
internal static class ActivityFailedJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ActivityTaskFailed)recorded.Attributes;
        var activity = EndedActivity.Take(run, recorded, attributes.ScheduledEventId);
        activity.Fail(EndedActivity.Failure(run, activity, attributes.StartedEventId, attributes.Identity, attributes.RetryState, attributes.Failure));
    }
}
