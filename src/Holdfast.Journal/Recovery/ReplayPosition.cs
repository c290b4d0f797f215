using Holdfast.Journaling.Format;

namespace Holdfast.Journaling.Recovery;

/// <summary>How far recovery has come, over all segments.</summary>
internal sealed class ReplayPosition(long lastLsn, uint epoch)
{
    /// <summary>The last data record taken.</summary>
    public long LastLsn { get; private set; } = lastLsn;

    /// <summary>The epoch of the last record or segment header.</summary>
    public uint Epoch { get; private set; } = epoch;

    public bool CanFollow(in RecordHeader header)
    {
        long expectedLsn = header.Kind == RecordKind.Data ? LastLsn + 1 : LastLsn;
        return Enum.IsDefined(header.Kind) && header.Lsn == expectedLsn && header.Epoch >= Epoch;
    }

    public void Take(in RecordHeader header)
    {
        LastLsn = header.Lsn;
        Epoch = header.Epoch;
    }

    public void EnterSegment(SegmentHeader header) => Epoch = Math.Max(Epoch, header.Epoch);
}
