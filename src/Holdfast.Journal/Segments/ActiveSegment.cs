using Holdfast.Journaling.Format;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Segments;

/// <summary>The segment that is being written. Used by the writer alone.</summary>
internal sealed class ActiveSegment(IDiskFile file, SegmentHeader header, int end) : IDisposable
{
    /// <summary>Kept free in every segment, so that the seal always has a place.</summary>
    public const int SealReserveBytes = RecordFrame.HeaderBytes;

    private readonly SegmentSeed _seed = header.Seed;
    private readonly byte[] _ownRecord = new byte[RecordFrame.HeaderBytes];
    private int _placedEnd = end;
    private int _writtenEnd = end;
    private int _durableEnd = end;

    public SegmentHeader Header { get; } = header;

    /// <summary>Where the next record goes; may be read from other threads.</summary>
    public int End => Volatile.Read(ref _placedEnd);

    public bool HasRoomFor(int frameBytes) => _placedEnd + frameBytes <= Header.SegmentBytes - SealReserveBytes;

    /// <summary>Gives a framed record the next place.</summary>
    public void Place(Span<byte> frame, long lsn, uint epoch)
    {
        RecordFrame.WritePlace(frame, new RecordPlace(lsn, epoch, _placedEnd, _durableEnd), _seed);
        Volatile.Write(ref _placedEnd, _placedEnd + frame.Length);
    }

    /// <summary>Writes the records that were placed since the last write.</summary>
    public void Write(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        file.Write(frames, _writtenEnd);
        _writtenEnd = _placedEnd;
    }

    public void Flush()
    {
        Invariant.That(_writtenEnd == _placedEnd, "what was placed is written before the flush");
        file.Flush();
        _durableEnd = _writtenEnd;
    }

    /// <summary>Writes one of the journal's own records, without flushing.</summary>
    public void WriteOwn(RecordKind kind, long lsn, uint epoch)
    {
        Invariant.That(_placedEnd + _ownRecord.Length <= Header.SegmentBytes, "a record of the journal's own fits");
        RecordFrame.WriteContent(_ownRecord, shard: 0, kind, payloadBytes: 0);
        Place(_ownRecord, lsn, epoch);
        file.Write(_ownRecord, _writtenEnd);
        _writtenEnd = _placedEnd;
    }

    public void Dispose() => file.Dispose();
}
