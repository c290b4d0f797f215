using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Protocol.Codec;

/// <summary>Binary encoding of run records, as the journal and the settled store hold them; described in docs/internals/record-format.md.</summary>
/// <remarks>
/// Threading: safe from any thread. Writing allocates nothing but the growth of the writer's own buffer. Reading copies what it keeps.
/// Evolution: a field that this version does not know is skipped; a type of record that it does not know is refused.
/// </remarks>
public static class RunRecordCodec
{
    /// <summary>Version of the format. It changes only when an older version could misread a record; added fields do not change it.</summary>
    public const int FormatVersion = 1;

    /// <summary>Longest record, without its length: 64 MiB.</summary>
    public const int MaximumRecordBytes = 64 * 1024 * 1024;

    private const ulong TransitionBit = 1;

    /// <summary>Writes one record with its length before it; gives the number of bytes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.LimitExceeded"/> above <see cref="MaximumRecordBytes"/> or <see cref="FailureCodec.MaximumChainLength"/>; nothing is written then.</exception>
    public static int Write(IBufferWriter<byte> writer, RunRecord record)
    {
        var fields = new FieldWriter(EncodingBuffer.Take());
        switch (record)
        {
            case HistoryEvent historyEvent: WriteEvent(ref fields, historyEvent); break;
            case Transition transition: WriteTransition(ref fields, transition); break;
            default: throw CorruptRecord.NotEncodable(record);
        }

        if (fields.Written.Length > MaximumRecordBytes)
        {
            throw CorruptRecord.TooLarge(fields.Written.Length);
        }

        return EncodedMessage.CopyWithLengthTo(writer, fields);
    }

    /// <summary>Reads the record at the start of the span and moves the span behind it.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>; the span stays where it was.</exception>
    [SuppressMessage("Design", "CA1045:Do not pass types by reference", Justification = "The span is the caller's cursor.")]
    public static RunRecord Read(ref ReadOnlySpan<byte> source)
    {
        var rest = source;
        var record = ReadBody(new FieldReader(TakeBody(ref rest)));
        source = rest;
        return record;
    }

    /// <summary>Moves the span behind the record at its start without decoding it; gives the record's length, its prefix included.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>; the span stays where it was.</exception>
    [SuppressMessage("Design", "CA1045:Do not pass types by reference", Justification = "The span is the caller's cursor.")]
    public static int Skip(ref ReadOnlySpan<byte> source)
    {
        var lengthBefore = source.Length;
        TakeBody(ref source);
        return lengthBefore - source.Length;
    }

    /// <summary>The type of the event at the start of the span, without decoding it; null for a transition.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>.</exception>
    public static EventType? PeekEventType(ReadOnlySpan<byte> source)
    {
        var reader = new FieldReader(TakeBody(ref source));
        var tag = reader.ReadRawVarint();
        return (tag & TransitionBit) != 0 ? null : (EventType)(int)Math.Min(tag >> 1, int.MaxValue);
    }

    /// <summary>Reads every record of the span, which must end with the last one.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>.</exception>
    public static IReadOnlyList<RunRecord> ReadAll(ReadOnlySpan<byte> source)
    {
        var records = new List<RunRecord>();
        while (!source.IsEmpty)
        {
            records.Add(Read(ref source));
        }

        return records;
    }

    /// <summary>Counts the records of the span, which must end with the last one, without decoding them.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>.</exception>
    public static long Count(ReadOnlySpan<byte> source)
    {
        var count = 0L;
        while (!source.IsEmpty)
        {
            Skip(ref source);
            count++;
        }

        return count;
    }

    internal static void WriteEventAttributes(this ref FieldWriter writer, int field, EventAttributes attributes)
    {
        var start = writer.BeginMessage(field);
        writer.WriteRawVarint((ulong)attributes.Type);
        EventAttributesCodec.Write(ref writer, attributes);
        writer.EndMessage(start);
    }

    internal static EventAttributes ReadEventAttributes(this ref FieldReader source)
    {
        var reader = source.ReadMessage();
        var type = ReadNumber(ref reader);
        return EventAttributesCodec.Read((EventType)type, reader);
    }

    private static void WriteEvent(ref FieldWriter writer, HistoryEvent historyEvent)
    {
        writer.WriteRawVarint((ulong)historyEvent.Attributes.Type << 1);
        writer.WriteRawVarint((ulong)historyEvent.EventId);
        writer.WriteRawVarint((ulong)historyEvent.Time.UtcTicks);
        EventAttributesCodec.Write(ref writer, historyEvent.Attributes);
    }

    private static void WriteTransition(ref FieldWriter writer, Transition transition)
    {
        writer.WriteRawVarint(((ulong)transition.Type << 1) | TransitionBit);
        TransitionCodec.Write(ref writer, transition);
    }

    private static RunRecord ReadBody(FieldReader reader)
    {
        var tag = reader.ReadRawVarint();
        var type = (int)Math.Min(tag >> 1, int.MaxValue);
        if ((tag & TransitionBit) != 0)
        {
            return TransitionCodec.Read((TransitionType)type, reader);
        }

        var eventId = (long)reader.ReadRawVarint();
        var time = reader.ReadRawInstant();
        return new HistoryEvent(eventId, time, EventAttributesCodec.Read((EventType)type, reader));
    }

    private static int ReadNumber(ref FieldReader reader) => (int)Math.Min(reader.ReadRawVarint(), int.MaxValue);

    private static ReadOnlySpan<byte> TakeBody(ref ReadOnlySpan<byte> source)
    {
        var prefixLength = Varint.Read(source, out var bodyLength);
        if (prefixLength == 0 || bodyLength > MaximumRecordBytes || (int)bodyLength > source.Length - prefixLength)
        {
            throw CorruptRecord.Because("a record is cut off or its length is wrong");
        }

        var body = source.Slice(prefixLength, (int)bodyLength);
        source = source[(prefixLength + (int)bodyLength)..];
        return body;
    }
}
