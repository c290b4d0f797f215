namespace Holdfast.Protocol.Codec;

internal static class ActivityTaskCompletedCodec
{
    public static void Write(ref FieldWriter writer, ActivityTaskCompleted value)
    {
        writer.WritePayloads(1, value.Result);
        writer.WriteInt64(2, value.ScheduledEventId);
        writer.WriteInt64(3, value.StartedEventId);
        writer.WriteText(4, value.Identity);
    }

    public static ActivityTaskCompleted Read(FieldReader reader)
    {
        var result = Payloads.Empty;
        var scheduledEventId = 0L;
        var startedEventId = 0L;
        var identity = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: result = reader.ReadPayloads(); break;
                case 2: scheduledEventId = reader.ReadInt64(); break;
                case 3: startedEventId = reader.ReadInt64(); break;
                case 4: identity = reader.ReadName(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityTaskCompleted
        {
            Result = result,
            ScheduledEventId = scheduledEventId,
            StartedEventId = startedEventId,
            Identity = identity,
        };
    }
}
