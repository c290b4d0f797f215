using System.Runtime.InteropServices;

namespace Holdfast.Journaling.Format;

/// <summary>A header whose checksum was right for its offset and segment.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordHeader(
    int PayloadBytes,
    long Lsn,
    uint Epoch,
    int DurableOffset,
    ushort Shard,
    RecordKind Kind,
    uint PayloadCrc)
{
    public int FrameBytes => RecordFrame.FrameBytes(PayloadBytes);
}
