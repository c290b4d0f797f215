namespace Holdfast.Protocol.Codec;

/// <summary>A payload: one byte for its encoding (0: the name follows), then its data and metadata as fields.</summary>
internal static class PayloadCodec
{
    private const int OtherEncoding = 0;
    private const int JsonEncoding = 1;
    private const int BinaryEncoding = 2;
    private const int NullEncoding = 3;

    private const int DataField = 1;
    private const int MetadataField = 2;

    public static void Write(ref FieldWriter writer, Payload payload)
    {
        var encoding = NumberOf(payload.Encoding);
        writer.WriteRawVarint((ulong)encoding);
        if (encoding == OtherEncoding)
        {
            writer.WriteRawText(payload.Encoding);
        }

        writer.WriteBytes(DataField, payload.Data.Span);
        for (var i = 0; i < payload.Metadata.Count; i++)
        {
            var (name, value) = payload.Metadata[i];
            var start = writer.BeginMessage(MetadataField);
            writer.WriteRawText(name);
            writer.WriteRawBytes(value.Span);
            writer.EndMessage(start);
        }
    }

    public static Payload Read(FieldReader reader)
    {
        var encoding = ReadEncoding(ref reader);
        byte[] data = [];
        SortedList<string, ReadOnlyMemory<byte>>? metadata = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case DataField: data = reader.ReadBytes(); break;
                case MetadataField: ReadMetadata(reader.ReadMessage(), metadata ??= new(StringComparer.Ordinal)); break;
                default: reader.Skip(); break;
            }
        }

        return encoding == Payload.NullEncoding && data.Length == 0 && metadata is null
            ? Payload.Null
            : new Payload(encoding, data, metadata is null ? null : new PayloadMetadata(metadata));
    }

    private static int NumberOf(string encoding) => encoding switch
    {
        Payload.JsonEncoding => JsonEncoding,
        Payload.BinaryEncoding => BinaryEncoding,
        Payload.NullEncoding => NullEncoding,
        _ => OtherEncoding,
    };

    private static string ReadEncoding(ref FieldReader reader)
    {
        var number = reader.ReadRawByte();
        var encoding = number switch
        {
            OtherEncoding => NameCache.Get(reader.ReadRawBytes()),
            JsonEncoding => Payload.JsonEncoding,
            BinaryEncoding => Payload.BinaryEncoding,
            NullEncoding => Payload.NullEncoding,
            _ => throw CorruptRecord.Because($"payload encoding {number} is not known to this version"),
        };
        return encoding.Length == 0 ? throw CorruptRecord.Because("a payload names no encoding") : encoding;
    }

    private static void ReadMetadata(FieldReader entry, SortedList<string, ReadOnlyMemory<byte>> metadata)
    {
        var name = entry.ReadRawText();
        if (!metadata.TryAdd(name, entry.ReadRawBytes().ToArray()))
        {
            throw CorruptRecord.Because($"a payload has two metadata entries '{name}'");
        }
    }
}
