namespace Holdfast.Journaling;

/// <summary>A record found at recovery; valid during the handler's call.</summary>
public readonly ref struct RecoveredRecord
{
    internal RecoveredRecord(long lsn, long epoch, ushort shard, ReadOnlySpan<byte> payload)
    {
        Lsn = lsn;
        Epoch = epoch;
        Shard = shard;
        Payload = payload;
    }

    /// <summary>The log sequence number; each recovered record's is one above the one before.</summary>
    public long Lsn { get; }

    /// <summary>The epoch of the owner that appended it.</summary>
    public long Epoch { get; }

    /// <summary>The shard that it was appended for.</summary>
    public ushort Shard { get; }

    /// <summary>The bytes that were appended. The memory is reused after the call.</summary>
    public ReadOnlySpan<byte> Payload { get; }
}
