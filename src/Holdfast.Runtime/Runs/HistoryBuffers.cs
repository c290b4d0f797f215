using System.Buffers;

namespace Holdfast.Runtime;

/// <summary>
/// Lends the buffers of histories. The shared array pool keeps a few dozen of a length, but runs come and go by the thousand: with it, a fifth of all that
/// <c>bench core --only throughput</c> allocates is histories.
/// </summary>
internal static class HistoryBuffers
{
    /// <summary>Longest buffer kept here; longer ones are lent by the shared pool.</summary>
    private const int MostBytesKept = 16 << 10;

    /// <summary>Free buffers kept of one length.</summary>
    private const int MostKeptOfALength = 2_048;

    private static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(MostBytesKept, MostKeptOfALength);

    public static byte[] Rent(int bytes) => PoolOf(bytes).Rent(bytes);

    public static void Return(byte[] buffer) => PoolOf(buffer.Length).Return(buffer);

    private static ArrayPool<byte> PoolOf(int bytes) => bytes <= MostBytesKept ? Pool : ArrayPool<byte>.Shared;
}
