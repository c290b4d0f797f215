using System.Buffers.Binary;

namespace Holdfast.Journaling.Format;

/// <summary>The layout of a record in a segment; docs/internals/journal-format.md holds the table.</summary>
internal static class RecordFrame
{
    public const int HeaderBytes = 32;
    public const int AlignmentBytes = 8;

    private const int HeaderCrcAt = 0;
    private const int PayloadBytesAt = 4;
    private const int LsnAt = 8;
    private const int EpochAt = 16;
    private const int DurableOffsetAt = 20;
    private const int ShardAt = 24;
    private const int KindAt = 26;
    private const int ReservedAt = 27;
    private const int PayloadCrcAt = 28;

    public static int PaddedBytes(int payloadBytes) => (payloadBytes + (AlignmentBytes - 1)) & -AlignmentBytes;

    public static int FrameBytes(int payloadBytes) => HeaderBytes + PaddedBytes(payloadBytes);

    /// <summary>Writes what is known before the record has a place in the log. The frame is header, payload and zeroed padding.</summary>
    public static void WriteContent(Span<byte> frame, ushort shard, RecordKind kind, int payloadBytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(frame[PayloadBytesAt..], (uint)payloadBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(frame[ShardAt..], shard);
        frame[KindAt] = (byte)kind;
        frame[ReservedAt] = 0;
        BinaryPrimitives.WriteUInt32LittleEndian(frame[PayloadCrcAt..], Crc32C.Compute(frame[HeaderBytes..]));
    }

    /// <summary>Writes the record's place in the log and seals the header. The content must have been written before.</summary>
    public static void WritePlace(Span<byte> frame, in RecordPlace place, in SegmentSeed seed)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(frame[LsnAt..], (ulong)place.Lsn);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[EpochAt..], place.Epoch);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[DurableOffsetAt..], (uint)place.DurableOffset);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[HeaderCrcAt..], seed.HeaderCrc(frame[..HeaderBytes], place.Offset));
    }

    public static int ReadFrameBytes(ReadOnlySpan<byte> frame) =>
        FrameBytes((int)BinaryPrimitives.ReadUInt32LittleEndian(frame[PayloadBytesAt..]));

    /// <summary>Reads a header when it was written for this very offset of this very segment, and could fit there.</summary>
    public static bool TryReadHeader(ReadOnlySpan<byte> header, int offset, int segmentEnd, in SegmentSeed seed, out RecordHeader read)
    {
        read = default;
        uint payloadBytes = BinaryPrimitives.ReadUInt32LittleEndian(header[PayloadBytesAt..]);
        if (header[KindAt] == (byte)RecordKind.None || header[ReservedAt] != 0 || payloadBytes > (uint)(segmentEnd - offset - HeaderBytes))
        {
            return false;
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(header[HeaderCrcAt..]) != seed.HeaderCrc(header[..HeaderBytes], offset))
        {
            return false;
        }

        read = new RecordHeader(
            (int)payloadBytes,
            (long)BinaryPrimitives.ReadUInt64LittleEndian(header[LsnAt..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[EpochAt..]),
            (int)BinaryPrimitives.ReadUInt32LittleEndian(header[DurableOffsetAt..]),
            BinaryPrimitives.ReadUInt16LittleEndian(header[ShardAt..]),
            (RecordKind)header[KindAt],
            BinaryPrimitives.ReadUInt32LittleEndian(header[PayloadCrcAt..]));
        return offset + read.FrameBytes <= segmentEnd;
    }
}
