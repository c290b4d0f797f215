namespace Holdfast.Protocol.Codec;

internal static class ActivityAttemptStartedCodec
{
    public static void Write(ref FieldWriter writer, ActivityAttemptStarted value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInt32(2, value.Attempt);
        writer.WriteInstant(3, value.Time);
        writer.WriteText(4, value.Identity);
        writer.WriteInt64(5, value.ProcessEpoch);
    }

    public static ActivityAttemptStarted Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var attempt = 0;
        var time = DateTimeOffset.MinValue;
        var identity = string.Empty;
        var processEpoch = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: attempt = reader.ReadInt32(); break;
                case 3: time = reader.ReadInstant(); break;
                case 4: identity = reader.ReadName(); break;
                case 5: processEpoch = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityAttemptStarted(scheduledEventId, attempt, time, identity, processEpoch);
    }
}
