namespace Holdfast.Protocol.Codec;

internal static class ActivityPausedCodec
{
    public static void Write(ref FieldWriter writer, ActivityPaused value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInstant(2, value.Time);
        writer.WriteText(3, value.Identity);
        writer.WriteText(4, value.Reason);
        writer.WriteText(5, value.RequestId);
    }

    public static ActivityPaused Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var time = DateTimeOffset.MinValue;
        var identity = string.Empty;
        var reason = string.Empty;
        var requestId = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: time = reader.ReadInstant(); break;
                case 3: identity = reader.ReadName(); break;
                case 4: reason = reader.ReadText(); break;
                case 5: requestId = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityPaused(scheduledEventId, time, identity, reason, requestId);
    }
}
