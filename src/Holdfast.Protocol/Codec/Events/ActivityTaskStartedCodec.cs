namespace Holdfast.Protocol.Codec;

internal static class ActivityTaskStartedCodec
{
    public static void Write(ref FieldWriter writer, ActivityTaskStarted value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteText(2, value.Identity);
        writer.WriteInt32(3, value.Attempt);
        writer.WriteFailure(4, value.LastFailure);
    }

    public static ActivityTaskStarted Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var identity = string.Empty;
        var attempt = 0;
        Failure? lastFailure = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: identity = reader.ReadName(); break;
                case 3: attempt = reader.ReadInt32(); break;
                case 4: lastFailure = reader.ReadFailure(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityTaskStarted
        {
            ScheduledEventId = scheduledEventId,
            Identity = identity,
            Attempt = attempt,
            LastFailure = lastFailure,
        };
    }
}
