using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Asks for an activity.</summary>
internal sealed class ScheduleActivity(ScheduleActivityTaskCommand command, PendingActivity activity) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) =>
        recorded.Attributes is ActivityTaskScheduled scheduled
        && string.Equals(scheduled.ActivityId, command.ActivityId, StringComparison.Ordinal)
        && string.Equals(scheduled.ActivityType, command.ActivityType, StringComparison.Ordinal);

    public override void OnRecorded(HistoryEvent recorded) => activity.Recorded(recorded.EventId);

    public override int ReadAhead() => command.ActivityId.Length + command.ActivityType.Length + activity.ReadAhead();

    public override string Describe() => $"schedules activity '{command.ActivityType}' (ID {command.ActivityId})";

    protected override Command Build() => command;
}
