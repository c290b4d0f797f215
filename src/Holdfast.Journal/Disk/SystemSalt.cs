using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Holdfast.Journaling;

/// <summary>Salts from the system's cryptographic randomness.</summary>
internal static class SystemSalt
{
    public static ulong Draw()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
