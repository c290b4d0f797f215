using System.Text;

namespace Holdfast.Protocol;

/// <summary>Maps a workflow to its logical shard.</summary>
/// <remarks>
/// The number of shards and the hash never change: a data folder moves to a cluster, and a cluster grows, without re-hashing.
/// The hash is FNV-1a (64 bit) over the UTF-8 bytes of namespace, a zero byte, and workflow ID, folded to 12 bits by XOR of its upper and lower halves.
/// </remarks>
public static class ShardMap
{
    /// <summary>The number of logical shards, for ever.</summary>
    public const int ShardCount = 4096;

    private const ulong FnvOffsetBasis = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;
    private const int StackBufferBytes = 512;

    /// <summary>The shard, 0 to 4,095, that owns every run of the workflow.</summary>
    public static ushort ShardOf(WorkflowKey key)
    {
        var hash = Add(FnvOffsetBasis, key.Namespace);
        hash *= FnvPrime; // the zero byte: XOR with 0 changes nothing
        hash = Add(hash, key.WorkflowId);
        return (ushort)((hash ^ (hash >> 32)) % ShardCount);
    }

    private static ulong Add(ulong hash, string text)
    {
        var byteCount = Encoding.UTF8.GetByteCount(text);
        Span<byte> bytes = byteCount <= StackBufferBytes ? stackalloc byte[byteCount] : new byte[byteCount];
        Encoding.UTF8.GetBytes(text, bytes);
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * FnvPrime;
        }

        return hash;
    }
}
