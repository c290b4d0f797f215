using System.Buffers;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Runtime;

/// <summary>A run's records, encoded, and how much of them lies in the settled store.</summary>
/// <param name="expectedBytes">Encoded size that is known to come, so that the buffer need not grow; 0 for a new run.</param>
/// <remarks>
/// The buffer is rented and only ever appended to. When it grows the old one is given back, unless workflow code is running, which may be reading it on another
/// thread, or waits for something of its worker, and may read it later; a settlement under way keeps its own reference, so the buffer is given back at the end
/// (<see cref="Release"/>) only when none is.
/// </remarks>
internal sealed class RunHistory(int expectedBytes) : IBufferWriter<byte>
{
    private const int LeastInitialBytes = 1024;
    private byte[] _buffer = HistoryBuffers.Rent(Math.Max(expectedBytes, LeastInitialBytes));

    /// <summary>Encoded size of all records.</summary>
    public int Bytes { get; private set; }

    /// <summary>Number of records.</summary>
    public long Count { get; private set; }

    /// <summary>Bytes of the records that lie in the settled store.</summary>
    public int SettledBytes { get; private set; }

    /// <summary>Number of the records that lie in the settled store.</summary>
    public long SettledCount { get; private set; }

    /// <summary>True while others may read what was written, now or later: then an outgrown buffer is not given back.</summary>
    public bool IsShared { get; set; }

    /// <summary>Encodes a record behind the others.</summary>
    public void Append(RunRecord record)
    {
        RunRecordCodec.Write(this, record);
        Count++;
    }

    /// <summary>Puts a record behind the others that is encoded already.</summary>
    public void AppendEncoded(ReadOnlySpan<byte> record)
    {
        this.Write(record);
        Count++;
    }

    /// <summary>The encoded records from a position on.</summary>
    public ReadOnlySpan<byte> From(int position) => _buffer.AsSpan(position, Bytes - position);

    /// <summary>The encoded records as they are now; stays true when more are appended, until <see cref="Release"/>.</summary>
    public ReadOnlyMemory<byte> Snapshot() => _buffer.AsMemory(0, Bytes);

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
        var rest = From(0);
        while (!rest.IsEmpty && events.Count < maximum)
        {
            if (RunRecordCodec.Read(ref rest) is HistoryEvent historyEvent && historyEvent.EventId >= firstEventId)
            {
                events.Add(historyEvent);
            }
        }

        return events;
    }

    /// <summary>The types of the events, in order, without decoding them.</summary>
    public List<EventType> ReadEventTypes()
    {
        List<EventType> types = [];
        for (var rest = From(0); !rest.IsEmpty; RunRecordCodec.Skip(ref rest))
        {
            if (RunRecordCodec.PeekEventType(rest) is { } type)
            {
                types.Add(type);
            }
        }

        return types;
    }

    /// <summary>Bytes of the records before an event.</summary>
    public int BytesBefore(long eventId)
    {
        var rest = From(0);
        for (var next = 1L; !rest.IsEmpty; RunRecordCodec.Skip(ref rest))
        {
            if (RunRecordCodec.PeekEventType(rest) is not null && next++ == eventId)
            {
                break;
            }
        }

        return Bytes - rest.Length;
    }

    /// <summary>Reads where the next record will be written; the value means nothing.</summary>
    public int ReadAhead() => Bytes < _buffer.Length ? _buffer[Bytes] : 0;

    /// <summary>The run leaves memory: the buffer is given back. Nobody may read it any more.</summary>
    public void Release()
    {
        var buffer = _buffer;
        _buffer = [];
        Bytes = 0;
        HistoryBuffers.Return(buffer);
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        Invariant.That(count >= 0 && count <= _buffer.Length - Bytes, "no more is written than there was room for");
        Bytes += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(Bytes);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(Bytes);
    }

    private void Reserve(int sizeHint)
    {
        var wanted = checked(Bytes + Math.Max(sizeHint, 1));
        if (wanted <= _buffer.Length)
        {
            return;
        }

        var outgrown = _buffer;
        var grown = HistoryBuffers.Rent(Math.Max(wanted, outgrown.Length * 2));
        outgrown.AsSpan(0, Bytes).CopyTo(grown);
        _buffer = grown;
        if (!IsShared)
        {
            HistoryBuffers.Return(outgrown);
        }
    }
}
