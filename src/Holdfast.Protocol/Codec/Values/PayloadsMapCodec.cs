namespace Holdfast.Protocol.Codec;

/// <summary>Named lists of payloads: for each a name and a list, both with their length before them, in order of the names.</summary>
internal static class PayloadsMapCodec
{
    public static void WritePayloadsMap(this ref FieldWriter writer, int field, PayloadsMap map)
    {
        if (map.Count == 0)
        {
            return;
        }

        var start = writer.BeginMessage(field);
        foreach (var (name, payloads) in map)
        {
            writer.WriteRawText(name);
            var entryStart = writer.BeginRawMessage();
            PayloadsCodec.WriteItems(ref writer, payloads);
            writer.EndMessage(entryStart);
        }

        writer.EndMessage(start);
    }

    public static PayloadsMap ReadPayloadsMap(this ref FieldReader source)
    {
        var reader = source.ReadMessage();
        var entries = new List<KeyValuePair<string, Payloads>>();
        while (!reader.IsAtEnd)
        {
            var name = NameCache.Get(reader.ReadRawBytes());
            entries.Add(new(name, PayloadsCodec.ReadItems(reader.ReadRawMessage())));
        }

        return PayloadsMap.Of(entries);
    }
}
