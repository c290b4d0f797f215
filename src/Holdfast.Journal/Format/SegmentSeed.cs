using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Holdfast.Journaling.Format;

/// <summary>
/// Binds record headers to one life of one segment file: bytes left over from the file's earlier life, copied from
/// another journal, or forged inside a payload carry another salt and do not verify.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct SegmentSeed(ulong salt, long number)
{
    private readonly uint _register = Crc32C.Append(Crc32C.Append(Crc32C.Start, salt), (ulong)number);

    /// <summary>The checksum of a header at an offset: everything after the checksum field itself.</summary>
    public uint HeaderCrc(ReadOnlySpan<byte> header, int offset)
    {
        uint register = Crc32C.Append(_register, (ulong)offset);
        register = BitOperations.Crc32C(register, BinaryPrimitives.ReadUInt32LittleEndian(header[4..]));
        register = Crc32C.Append(register, BinaryPrimitives.ReadUInt64LittleEndian(header[8..]));
        register = Crc32C.Append(register, BinaryPrimitives.ReadUInt64LittleEndian(header[16..]));
        register = Crc32C.Append(register, BinaryPrimitives.ReadUInt64LittleEndian(header[24..]));
        return Crc32C.Finish(register);
    }
}
