using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>An activity was canceled.</summary>
internal static class ActivityCanceledJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ActivityTaskCanceled)recorded.Attributes;
        var activity = EndedActivity.Take(run, recorded, attributes.ScheduledEventId);
        var failure = new Failure { Message = $"Activity '{activity.ActivityType}' was canceled.", Info = new FailureInfo.Canceled(attributes.Details) };
        activity.Fail(FailureConverter.ToException(failure, run.Converters.OfActivity(activity.ActivityType, activity.ActivityId)));
    }
}
