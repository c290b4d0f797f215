using System.Buffers.Binary;
using System.Numerics;

namespace Holdfast.Journaling.Format;

/// <summary>CRC-32C (Castagnoli), eight bytes at a time on the processor's own instruction.</summary>
internal static class Crc32C
{
    /// <summary>The register before the first byte.</summary>
    public const uint Start = uint.MaxValue;

    public static uint Compute(ReadOnlySpan<byte> bytes) => Finish(Append(Start, bytes));

    public static uint Finish(uint register) => ~register;

    public static uint Append(uint register, ulong value) => BitOperations.Crc32C(register, value);

    public static uint Append(uint register, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            register = BitOperations.Crc32C(register, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte value in bytes)
        {
            register = BitOperations.Crc32C(register, value);
        }

        return register;
    }
}
