namespace Holdfast.Protocol.Codec;

internal static class ActivityAttemptFailedCodec
{
    public static void Write(ref FieldWriter writer, ActivityAttemptFailed value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInt32(2, value.Attempt);
        writer.WriteInstant(3, value.Time);
        writer.WriteInstant(4, value.NextAttemptTime);
        writer.WriteFailure(5, value.Failure);
    }

    public static ActivityAttemptFailed Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var attempt = 0;
        var time = DateTimeOffset.MinValue;
        var nextAttemptTime = DateTimeOffset.MinValue;
        Failure? failure = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: attempt = reader.ReadInt32(); break;
                case 3: time = reader.ReadInstant(); break;
                case 4: nextAttemptTime = reader.ReadInstant(); break;
                case 5: failure = reader.ReadFailure(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityAttemptFailed(
            scheduledEventId,
            attempt,
            time,
            nextAttemptTime,
            failure ?? throw CorruptRecord.Missing(nameof(ActivityAttemptFailed), nameof(ActivityAttemptFailed.Failure)));
    }
}
