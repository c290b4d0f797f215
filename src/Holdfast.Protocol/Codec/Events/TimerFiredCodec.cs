namespace Holdfast.Protocol.Codec;

internal static class TimerFiredCodec
{
    public static void Write(ref FieldWriter writer, TimerFired value)
    {
        writer.WriteText(1, value.TimerId);
        writer.WriteInt64(2, value.StartedEventId);
    }

    public static TimerFired Read(FieldReader reader)
    {
        var timerId = string.Empty;
        var startedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: timerId = reader.ReadText(); break;
                case 2: startedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new TimerFired
        {
            TimerId = timerId,
            StartedEventId = startedEventId,
        };
    }
}
