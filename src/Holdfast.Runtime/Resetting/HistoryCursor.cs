using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Runtime;

/// <summary>A place in a run's history, which goes forward. What lies before it stays as it is, because a history is only appended to.</summary>
internal sealed class HistoryCursor(RunEntry source)
{
    private int _position;

    /// <summary>The run.</summary>
    public RunEntry Source { get; private set; } = source;

    /// <summary>The next event.</summary>
    public long NextEventId { get; private set; } = 1;

    /// <summary>True when nothing follows so far.</summary>
    public bool IsAtEnd => _position == Source.History.Bytes;

    private ReadOnlySpan<byte> Rest => Source.History.From(_position);

    /// <summary>The run as it is in memory now: it may have left and been read again since, and then the place is found anew.</summary>
    public void Rejoin(RunEntry run)
    {
        if (!ReferenceEquals(run, Source))
        {
            Source = run;
            _position = run.History.BytesBefore(NextEventId);
        }
    }

    /// <summary>The type of the next record; null when it is no event.</summary>
    public EventType? PeekType() => RunRecordCodec.PeekEventType(Rest);

    /// <summary>Passes the next record over.</summary>
    /// <returns>Its bytes.</returns>
    public int Skip()
    {
        NextEventId += PeekType() is null ? 0 : 1;
        var rest = Rest;
        var bytes = RunRecordCodec.Skip(ref rest);
        _position += bytes;
        return bytes;
    }

    /// <summary>Reads the next record, which is an event.</summary>
    /// <param name="encoded">The event as it is recorded.</param>
    public HistoryEvent Read(out ReadOnlySpan<byte> encoded)
    {
        var rest = Rest;
        encoded = rest;
        var recorded = (HistoryEvent)RunRecordCodec.Read(ref rest);
        encoded = encoded[..^rest.Length];
        _position += encoded.Length;
        NextEventId++;
        return recorded;
    }
}
