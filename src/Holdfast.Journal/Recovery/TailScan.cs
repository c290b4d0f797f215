using Holdfast.Journaling.Format;

namespace Holdfast.Journaling.Recovery;

/// <summary>Looks behind the place where the intact records end, to tell a torn tail from damage.</summary>
internal static class TailScan
{
    private const int StrideBytes = 4096;

    /// <summary>Whether some later record of this segment was written when the byte at the offset was already durable.</summary>
    public static DurabilityEvidence EvidenceFor(SegmentReader reader, in SegmentSeed seed, int offset)
    {
        for (int at = NextUsed(reader, offset); at + RecordFrame.HeaderBytes <= reader.SegmentBytes; at = NextUsed(reader, at + RecordFrame.AlignmentBytes))
        {
            ReadOnlySpan<byte> bytes = reader.Read(at, RecordFrame.HeaderBytes);
            if (RecordFrame.TryReadHeader(bytes, at, reader.SegmentBytes, seed, out RecordHeader header) && header.DurableOffset > offset)
            {
                return DurabilityEvidence.WasDurable;
            }
        }

        return DurabilityEvidence.None;
    }

    /// <summary>The end of the last bytes that are not zero, at or behind the offset.</summary>
    public static int UsedEnd(SegmentReader reader, int offset)
    {
        int end = offset;
        for (int at = offset; at < reader.SegmentBytes; at += StrideBytes)
        {
            ReadOnlySpan<byte> bytes = reader.Read(at, Math.Min(StrideBytes, reader.SegmentBytes - at));
            int lastUsed = bytes.LastIndexOfAnyExcept((byte)0);
            end = lastUsed < 0 ? end : at + lastUsed + 1;
        }

        return end;
    }

    /// <summary>The next aligned place whose bytes are not all zero, or the end of the segment.</summary>
    private static int NextUsed(SegmentReader reader, int offset)
    {
        while (offset < reader.SegmentBytes)
        {
            ReadOnlySpan<byte> bytes = reader.Read(offset, Math.Min(StrideBytes, reader.SegmentBytes - offset));
            int used = bytes.IndexOfAnyExcept((byte)0);
            if (used >= 0)
            {
                return offset + (used & -RecordFrame.AlignmentBytes);
            }

            offset += bytes.Length;
        }

        return reader.SegmentBytes;
    }
}
