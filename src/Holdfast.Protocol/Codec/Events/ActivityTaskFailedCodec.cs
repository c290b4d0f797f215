namespace Holdfast.Protocol.Codec;

internal static class ActivityTaskFailedCodec
{
    public static void Write(ref FieldWriter writer, ActivityTaskFailed value)
    {
        writer.WriteFailure(1, value.Failure);
        writer.WriteInt64(2, value.ScheduledEventId);
        writer.WriteInt64(3, value.StartedEventId);
        writer.WriteText(4, value.Identity);
        writer.WriteInt32(5, (int)value.RetryState);
    }

    public static ActivityTaskFailed Read(FieldReader reader)
    {
        Failure? failure = null;
        var scheduledEventId = 0L;
        var startedEventId = 0L;
        var identity = string.Empty;
        var retryState = default(RetryState);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: failure = reader.ReadFailure(); break;
                case 2: scheduledEventId = reader.ReadInt64(); break;
                case 3: startedEventId = reader.ReadInt64(); break;
                case 4: identity = reader.ReadName(); break;
                case 5: retryState = (RetryState)reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityTaskFailed
        {
            Failure = failure ?? throw CorruptRecord.Missing(nameof(ActivityTaskFailed), nameof(ActivityTaskFailed.Failure)),
            ScheduledEventId = scheduledEventId,
            StartedEventId = startedEventId,
            Identity = identity,
            RetryState = retryState,
        };
    }
}
