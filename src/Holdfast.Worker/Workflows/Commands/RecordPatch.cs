using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Records that the code used a patch.</summary>
internal sealed class RecordPatch(PatchMarker marker) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) => PatchMarker.Of(recorded) is { } found && string.Equals(found.PatchId, marker.PatchId, StringComparison.Ordinal);

    public override string Describe() => $"uses patch '{marker.PatchId}'";

    protected override Command Build() => new RecordMarkerCommand { MarkerName = PatchMarker.MarkerName, Details = marker.ToDetails() };
}
