using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Counts the payloads of a run's records that lie in the blob store, for those who ask: each record is looked at once.</summary>
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
        var (count, sizeBytes) = RecordedBlobs.CountExternal(history.From(_countedBytes));
        Count += count;
        SizeBytes += sizeBytes;
        _countedBytes = history.Bytes;
    }
}
