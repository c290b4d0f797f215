using System.Buffers.Binary;
using Holdfast.Engine;
using Holdfast.Runtime;

namespace Holdfast.Simulation;

/// <summary>IDs from a seed: run IDs as the engine makes them, the clients' request IDs, and the salts of journal segments.</summary>
internal sealed class SeededIds(Random chance)
{
    /// <summary>The run IDs of one process.</summary>
    public IRunIdSource NewRunIds() => new UuidRunIdSource(DrawVersion7);

    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }

    public ulong NextSalt() => (ulong)chance.NextInt64();

    private Guid DrawVersion7(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.NextBytes(bytes);
        var milliseconds = now.ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteInt16BigEndian(bytes, (short)(milliseconds >> 32));
        BinaryPrimitives.WriteInt32BigEndian(bytes[2..], (int)milliseconds);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
