using System.Buffers.Binary;

namespace Holdfast.Journaling.Format;

/// <summary>The first sector of a segment.</summary>
internal sealed record SegmentHeader(long Number, long FirstLsn, uint Epoch, ulong Salt, int SegmentBytes)
{
    /// <summary>One sector: the unit that a disk writes whole or not at all.</summary>
    public const int Bytes = 512;

    public const uint CurrentVersion = 1;

    /// <summary>The smallest segment: a header, a record or two, and the seal.</summary>
    public const int MinSegmentBytes = 4096;

    private const int MagicAt = 0;
    private const int VersionAt = 8;
    private const int EpochAt = 12;
    private const int NumberAt = 16;
    private const int FirstLsnAt = 24;
    private const int SaltAt = 32;
    private const int SegmentBytesAt = 40;
    private const int CrcAt = Bytes - sizeof(uint);

    private static ReadOnlySpan<byte> Magic => "HFJOURNL"u8;

    public SegmentSeed Seed => new(Salt, Number);

    public void Write(Span<byte> sector)
    {
        sector[..Bytes].Clear();
        Magic.CopyTo(sector[MagicAt..]);
        BinaryPrimitives.WriteUInt32LittleEndian(sector[VersionAt..], CurrentVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(sector[EpochAt..], Epoch);
        BinaryPrimitives.WriteUInt64LittleEndian(sector[NumberAt..], (ulong)Number);
        BinaryPrimitives.WriteUInt64LittleEndian(sector[FirstLsnAt..], (ulong)FirstLsn);
        BinaryPrimitives.WriteUInt64LittleEndian(sector[SaltAt..], Salt);
        BinaryPrimitives.WriteUInt32LittleEndian(sector[SegmentBytesAt..], (uint)SegmentBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(sector[CrcAt..], Crc32C.Compute(sector[..CrcAt]));
    }

    /// <summary>The format version, when the magic and the checksum are right; otherwise null.</summary>
    public static uint? ReadVersion(ReadOnlySpan<byte> sector)
    {
        bool intact = sector.Length >= Bytes
            && sector.StartsWith(Magic)
            && BinaryPrimitives.ReadUInt32LittleEndian(sector[CrcAt..]) == Crc32C.Compute(sector[..CrcAt]);
        return intact ? BinaryPrimitives.ReadUInt32LittleEndian(sector[VersionAt..]) : null;
    }

    /// <summary>Reads a sector whose <see cref="ReadVersion"/> was <see cref="CurrentVersion"/>.</summary>
    public static SegmentHeader Read(ReadOnlySpan<byte> sector) => new(
        (long)BinaryPrimitives.ReadUInt64LittleEndian(sector[NumberAt..]),
        (long)BinaryPrimitives.ReadUInt64LittleEndian(sector[FirstLsnAt..]),
        BinaryPrimitives.ReadUInt32LittleEndian(sector[EpochAt..]),
        BinaryPrimitives.ReadUInt64LittleEndian(sector[SaltAt..]),
        (int)BinaryPrimitives.ReadUInt32LittleEndian(sector[SegmentBytesAt..]));
}
