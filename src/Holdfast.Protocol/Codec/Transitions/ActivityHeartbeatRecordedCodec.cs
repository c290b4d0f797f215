namespace Holdfast.Protocol.Codec;

internal static class ActivityHeartbeatRecordedCodec
{
    public static void Write(ref FieldWriter writer, ActivityHeartbeatRecorded value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInt32(2, value.Attempt);
        writer.WriteInstant(3, value.Time);
        writer.WritePayloads(4, value.Details);
    }

    public static ActivityHeartbeatRecorded Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var attempt = 0;
        var time = DateTimeOffset.MinValue;
        var details = Payloads.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: attempt = reader.ReadInt32(); break;
                case 3: time = reader.ReadInstant(); break;
                case 4: details = reader.ReadPayloads(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityHeartbeatRecorded(scheduledEventId, attempt, time, details);
    }
}
