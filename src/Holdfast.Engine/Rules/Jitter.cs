using System.Buffers.Binary;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Spreads what would happen at once. The IDs choose, so that the part is the same wherever it is computed.</summary>
internal static class Jitter
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const int KeptBits = 53;

    /// <summary>A part of the jitter, from zero to less than the whole.</summary>
    internal static TimeSpan Of(TimeSpan jitter, RunId runId, long eventId)
    {
        if (jitter == TimeSpan.Zero)
        {
            return jitter;
        }

        Span<byte> bytes = stackalloc byte[16];
        Invariant.That(runId.Value.TryWriteBytes(bytes), "a run ID has 16 bytes");
        var mixed = (BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) ^ (ulong)eventId) * Multiplier;
        mixed = (mixed ^ (mixed >> 32)) * Multiplier;
        return jitter * ((mixed >> (64 - KeptBits)) / (double)(1UL << KeptBits));
    }
}
