namespace Holdfast.Protocol.Codec;

internal static class WorkflowTaskCompletedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowTaskCompleted value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInt64(2, value.StartedEventId);
        writer.WriteText(3, value.Identity);
        writer.WriteText(4, value.BuildId);
    }

    public static WorkflowTaskCompleted Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var startedEventId = 0L;
        var identity = string.Empty;
        var buildId = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: startedEventId = reader.ReadInt64(); break;
                case 3: identity = reader.ReadName(); break;
                case 4: buildId = reader.ReadName(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowTaskCompleted
        {
            ScheduledEventId = scheduledEventId,
            StartedEventId = startedEventId,
            Identity = identity,
            BuildId = buildId,
        };
    }
}
