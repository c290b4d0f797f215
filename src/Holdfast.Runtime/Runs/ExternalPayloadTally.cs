using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Runtime;

/// <summary>Counts the payloads of a run's history that lie in the blob store, for those who ask: each record is looked at once, and only events count.</summary>
internal sealed class ExternalPayloadTally
{
    private int _countedBytes;

    /// <summary>Number of payloads.</summary>
    public long Count { get; private set; }

    /// <summary>Their bytes in the blob store.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>Counts what was recorded since the last time.</summary>
    public void CatchUp(RunHistory history)
    {
        var rest = history.From(_countedBytes);
        _countedBytes = history.Bytes;
        if (RecordedBlobs.CountExternal(rest).Count == 0)
        {
            return;
        }

        while (!rest.IsEmpty)
        {
            var record = rest;
            RunRecordCodec.Skip(ref rest);
            if (RunRecordCodec.PeekEventType(record) is not null)
            {
                Add(record[..^rest.Length]);
            }
        }
    }

    private void Add(ReadOnlySpan<byte> record)
    {
        var (count, sizeBytes) = RecordedBlobs.CountExternal(record);
        Count += count;
        SizeBytes += sizeBytes;
    }
}
