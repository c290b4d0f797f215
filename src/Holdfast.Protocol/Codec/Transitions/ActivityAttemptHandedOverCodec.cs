namespace Holdfast.Protocol.Codec;

internal static class ActivityAttemptHandedOverCodec
{
    public static void Write(ref FieldWriter writer, ActivityAttemptHandedOver value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInt32(2, value.Attempt);
    }

    public static ActivityAttemptHandedOver Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var attempt = 0;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: attempt = reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityAttemptHandedOver(scheduledEventId, attempt);
    }
}
