using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Keeps the bytes of the blobs that were read last, so that a task which is tried again, or a replay, need not read them again.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
internal sealed class PayloadCache(int capacityBytes)
{
    private readonly Lock gate = new();
    private readonly Dictionary<BlobId, LinkedListNode<(BlobId Id, ReadOnlyMemory<byte> Bytes)>> byId = [];
    private readonly LinkedList<(BlobId Id, ReadOnlyMemory<byte> Bytes)> byUse = new();
    private long keptBytes;

    /// <summary>Finds the bytes of a blob.</summary>
    public bool TryGet(BlobId id, out ReadOnlyMemory<byte> bytes)
    {
        lock (gate)
        {
            if (!byId.TryGetValue(id, out var node))
            {
                bytes = default;
                return false;
            }

            byUse.Remove(node);
            byUse.AddLast(node);
            bytes = node.Value.Bytes;
            return true;
        }
    }

    /// <summary>Keeps the bytes of a blob; those that were not used for longest go when there is no room.</summary>
    public void Put(BlobId id, ReadOnlyMemory<byte> bytes)
    {
        lock (gate)
        {
            if (!byId.TryAdd(id, new((id, bytes))))
            {
                return;
            }

            byUse.AddLast(byId[id]);
            keptBytes += bytes.Length;
            while (keptBytes > capacityBytes)
            {
                var oldest = byUse.First!;
                byUse.RemoveFirst();
                byId.Remove(oldest.Value.Id);
                keptBytes -= oldest.Value.Bytes.Length;
            }
        }
    }
}
