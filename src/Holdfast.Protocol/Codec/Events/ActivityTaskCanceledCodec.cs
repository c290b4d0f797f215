namespace Holdfast.Protocol.Codec;

internal static class ActivityTaskCanceledCodec
{
    public static void Write(ref FieldWriter writer, ActivityTaskCanceled value)
    {
        writer.WritePayloads(1, value.Details);
        writer.WriteInt64(2, value.LatestCancelRequestedEventId);
        writer.WriteInt64(3, value.ScheduledEventId);
        writer.WriteInt64(4, value.StartedEventId);
        writer.WriteText(5, value.Identity);
    }

    public static ActivityTaskCanceled Read(FieldReader reader)
    {
        var details = Payloads.Empty;
        var latestCancelRequestedEventId = 0L;
        var scheduledEventId = 0L;
        var startedEventId = 0L;
        var identity = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: details = reader.ReadPayloads(); break;
                case 2: latestCancelRequestedEventId = reader.ReadInt64(); break;
                case 3: scheduledEventId = reader.ReadInt64(); break;
                case 4: startedEventId = reader.ReadInt64(); break;
                case 5: identity = reader.ReadName(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityTaskCanceled
        {
            Details = details,
            LatestCancelRequestedEventId = latestCancelRequestedEventId,
            ScheduledEventId = scheduledEventId,
            StartedEventId = startedEventId,
            Identity = identity,
        };
    }
}
