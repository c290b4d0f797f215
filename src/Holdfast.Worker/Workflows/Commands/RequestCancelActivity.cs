using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Asks to cancel an activity.</summary>
internal sealed class RequestCancelActivity(PendingActivity activity) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) => recorded.Attributes is ActivityTaskCancelRequested requested && requested.ScheduledEventId == activity.ScheduledEventId;

    public override string Describe() => $"cancels activity '{activity.ActivityType}' of event {activity.ScheduledEventId}";

    protected override Command Build() => new RequestCancelActivityTaskCommand { ScheduledEventId = activity.ScheduledEventId };
}
