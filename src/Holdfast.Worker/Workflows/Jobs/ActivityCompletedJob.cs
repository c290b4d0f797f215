using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>An activity gave a result.</summary>
internal static class ActivityCompletedJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ActivityTaskCompleted)recorded.Attributes;
        EndedActivity.Take(run, recorded, attributes.ScheduledEventId).Complete(attributes.Result);
    }
}
