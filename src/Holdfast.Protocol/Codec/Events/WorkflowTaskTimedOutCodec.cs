namespace Holdfast.Protocol.Codec;

internal static class WorkflowTaskTimedOutCodec
{
    public static void Write(ref FieldWriter writer, WorkflowTaskTimedOut value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInt64(2, value.StartedEventId);
        writer.WriteInt32(3, (int)value.TimeoutType);
    }

    public static WorkflowTaskTimedOut Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var startedEventId = 0L;
        var timeoutType = default(TimeoutType);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: startedEventId = reader.ReadInt64(); break;
                case 3: timeoutType = (TimeoutType)reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowTaskTimedOut
        {
            ScheduledEventId = scheduledEventId,
            StartedEventId = startedEventId,
            TimeoutType = timeoutType,
        };
    }
}
