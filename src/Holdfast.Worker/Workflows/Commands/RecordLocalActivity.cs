using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Records how a local activity ended.</summary>
internal sealed class RecordLocalActivity(LocalActivityMarker marker) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) =>
        LocalActivityMarker.Of(recorded) is { } found
        && found.Seq == marker.Seq
        && string.Equals(found.ActivityId, marker.ActivityId, StringComparison.Ordinal)
        && string.Equals(found.ActivityType, marker.ActivityType, StringComparison.Ordinal);

    public override string Describe() => $"runs local activity '{marker.ActivityType}' (ID {marker.ActivityId})";

    protected override Command Build() => marker.ToCommand();
}
