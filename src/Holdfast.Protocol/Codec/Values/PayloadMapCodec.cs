using System.Buffers;

namespace Holdfast.Protocol.Codec;

/// <summary>Binary encoding of named payloads: for each a name and a payload, both with their length before them, in order of the names.</summary>
public static class PayloadMapCodec
{
    /// <summary>Writes the map, without a length before the whole; gives the number of bytes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.LimitExceeded"/> above <see cref="RunRecordCodec.MaximumRecordBytes"/>.</exception>
    public static int Write(IBufferWriter<byte> writer, PayloadMap map)
    {
        var fields = new FieldWriter(EncodingBuffer.Take());
        WriteEntries(ref fields, map);
        return EncodedMessage.CopyTo(writer, fields);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the span must hold that and nothing more. Copies the bytes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>.</exception>
    public static PayloadMap Read(ReadOnlySpan<byte> source) => ReadEntries(new FieldReader(source));

    internal static void WritePayloadMap(this ref FieldWriter writer, int field, PayloadMap map)
    {
        if (map.Count == 0)
        {
            return;
        }

        var start = writer.BeginMessage(field);
        WriteEntries(ref writer, map);
        writer.EndMessage(start);
    }

    internal static PayloadMap ReadPayloadMap(this ref FieldReader reader) => ReadEntries(reader.ReadMessage());

    private static void WriteEntries(ref FieldWriter writer, PayloadMap map)
    {
        foreach (var (name, payload) in map)
        {
            writer.WriteRawText(name);
            var start = writer.BeginRawMessage();
            PayloadCodec.Write(ref writer, payload);
            writer.EndMessage(start);
        }
    }

    private static PayloadMap ReadEntries(FieldReader reader)
    {
        var entries = new List<KeyValuePair<string, Payload>>();
        while (!reader.IsAtEnd)
        {
            var name = NameCache.Get(reader.ReadRawBytes());
            entries.Add(new(name, PayloadCodec.Read(reader.ReadRawMessage())));
        }

        return PayloadMap.Of(entries);
    }
}
