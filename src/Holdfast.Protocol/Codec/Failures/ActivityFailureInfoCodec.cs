namespace Holdfast.Protocol.Codec;

internal static class ActivityFailureInfoCodec
{
    public static void Write(ref FieldWriter writer, FailureInfo.Activity value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInt64(2, value.StartedEventId);
        writer.WriteText(3, value.Identity);
        writer.WriteText(4, value.ActivityType);
        writer.WriteText(5, value.ActivityId);
        writer.WriteInt32(6, (int)value.RetryState);
    }

    public static FailureInfo.Activity Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var startedEventId = 0L;
        var identity = string.Empty;
        var activityType = string.Empty;
        var activityId = string.Empty;
        var retryState = default(RetryState);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: startedEventId = reader.ReadInt64(); break;
                case 3: identity = reader.ReadName(); break;
                case 4: activityType = reader.ReadName(); break;
                case 5: activityId = reader.ReadText(); break;
                case 6: retryState = (RetryState)reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new FailureInfo.Activity(scheduledEventId, startedEventId, identity, activityType, activityId, retryState);
    }
}
