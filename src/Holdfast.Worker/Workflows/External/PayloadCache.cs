using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Keeps the bytes of the blobs that were read last, so that a task which is tried again, or a replay, need not read them again.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
internal sealed class PayloadCache(int capacityBytes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<BlobId, LinkedListNode<(BlobId Id, ReadOnlyMemory<byte> Bytes)>> _byId = [];
    private readonly LinkedList<(BlobId Id, ReadOnlyMemory<byte> Bytes)> _byUse = new();
    private long _keptBytes;

    /// <summary>Finds the bytes of a blob.</summary>
    public bool TryGet(BlobId id, out ReadOnlyMemory<byte> bytes)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out var node))
            {
                bytes = default;
                return false;
            }

            _byUse.Remove(node);
            _byUse.AddLast(node);
            bytes = node.Value.Bytes;
            return true;
        }
    }

    /// <summary>Keeps the bytes of a blob; those that were not used for longest go when there is no room.</summary>
    public void Put(BlobId id, ReadOnlyMemory<byte> bytes)
    {
        lock (_gate)
        {
            if (!_byId.TryAdd(id, new((id, bytes))))
            {
                return;
            }

            _byUse.AddLast(_byId[id]);
            _keptBytes += bytes.Length;
            while (_keptBytes > capacityBytes)
            {
                var oldest = _byUse.First!;
                _byUse.RemoveFirst();
                _byId.Remove(oldest.Value.Id);
                _keptBytes -= oldest.Value.Bytes.Length;
            }
        }
    }
}
