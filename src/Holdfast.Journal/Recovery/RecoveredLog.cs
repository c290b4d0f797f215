using Holdfast.Journaling.Segments;

namespace Holdfast.Journaling.Recovery;

/// <summary>What recovery found, with the last segment open for appending; null when the folder holds no journal yet.</summary>
internal sealed record RecoveredLog(IReadOnlyList<SegmentInfo> Segments, ActiveSegment? Active, long LastLsn, uint Epoch);
