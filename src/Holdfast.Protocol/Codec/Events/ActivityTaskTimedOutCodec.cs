namespace Holdfast.Protocol.Codec;

internal static class ActivityTaskTimedOutCodec
{
    public static void Write(ref FieldWriter writer, ActivityTaskTimedOut value)
    {
        writer.WriteFailure(1, value.Failure);
        writer.WriteInt64(2, value.ScheduledEventId);
        writer.WriteInt64(3, value.StartedEventId);
        writer.WriteInt32(4, (int)value.RetryState);
    }

    public static ActivityTaskTimedOut Read(FieldReader reader)
    {
        Failure? failure = null;
        var scheduledEventId = 0L;
        var startedEventId = 0L;
        var retryState = default(RetryState);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: failure = reader.ReadFailure(); break;
                case 2: scheduledEventId = reader.ReadInt64(); break;
                case 3: startedEventId = reader.ReadInt64(); break;
                case 4: retryState = (RetryState)reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityTaskTimedOut
        {
            Failure = failure ?? throw CorruptRecord.Missing(nameof(ActivityTaskTimedOut), nameof(ActivityTaskTimedOut.Failure)),
            ScheduledEventId = scheduledEventId,
            StartedEventId = startedEventId,
            RetryState = retryState,
        };
    }
}
