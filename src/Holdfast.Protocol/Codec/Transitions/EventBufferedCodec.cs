namespace Holdfast.Protocol.Codec;

internal static class EventBufferedCodec
{
    public static void Write(ref FieldWriter writer, EventBuffered value)
    {
        writer.WriteInstant(1, value.Time);
        writer.WriteEventAttributes(2, value.Attributes);
    }

    public static EventBuffered Read(FieldReader reader)
    {
        var time = DateTimeOffset.MinValue;
        EventAttributes? attributes = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: time = reader.ReadInstant(); break;
                case 2: attributes = reader.ReadEventAttributes(); break;
                default: reader.Skip(); break;
            }
        }

        return new EventBuffered(time, attributes ?? throw CorruptRecord.Missing(nameof(EventBuffered), nameof(EventBuffered.Attributes)));
    }
}
