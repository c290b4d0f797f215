using System.Buffers;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Runtime;

/// <summary>A run's records, encoded, and how much of them lies in the settled store.</summary>
internal sealed class RunHistory
{
    private const int InitialBytes = 1024;
    private readonly ArrayBufferWriter<byte> _records = new(InitialBytes);

    /// <summary>Encoded size of all records.</summary>
    public int Bytes => _records.WrittenCount;

    /// <summary>Number of records.</summary>
    public long Count { get; private set; }

    /// <summary>Bytes of the records that lie in the settled store.</summary>
    public int SettledBytes { get; private set; }

    /// <summary>Number of the records that lie in the settled store.</summary>
    public long SettledCount { get; private set; }

    /// <summary>Encodes a record behind the others.</summary>
    public void Append(RunRecord record)
    {
        RunRecordCodec.Write(_records, record);
        Count++;
    }

    /// <summary>The encoded records from a position on.</summary>
    public ReadOnlySpan<byte> From(int position) => _records.WrittenSpan[position..];

    /// <summary>The encoded records as they are now; stays true when more are appended.</summary>
    public ReadOnlyMemory<byte> Snapshot() => _records.WrittenMemory;

    /// <summary>A copy of the encoded records that the settled store has not.</summary>
    public byte[] CopyUnsettled() => _records.WrittenSpan[SettledBytes..].ToArray();

    /// <summary>The settled store has so much.</summary>
    public void MarkSettled(int bytes, long count)
    {
        Invariant.That(bytes >= SettledBytes && bytes <= Bytes && count >= SettledCount && count <= Count, "what is settled only grows, up to what there is");
        SettledBytes = bytes;
        SettledCount = count;
    }

    /// <summary>Events from the one named on, at most so many.</summary>
    public IReadOnlyList<HistoryEvent> ReadEvents(long firstEventId, int maximum)
    {
        List<HistoryEvent> events = [];
        var rest = _records.WrittenSpan;
        while (!rest.IsEmpty && events.Count < maximum)
        {
            if (RunRecordCodec.Read(ref rest) is HistoryEvent historyEvent && historyEvent.EventId >= firstEventId)
            {
                events.Add(historyEvent);
            }
        }

        return events;
    }
}
