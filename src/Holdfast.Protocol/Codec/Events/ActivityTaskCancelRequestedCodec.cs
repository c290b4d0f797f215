namespace Holdfast.Protocol.Codec;

internal static class ActivityTaskCancelRequestedCodec
{
    public static void Write(ref FieldWriter writer, ActivityTaskCancelRequested value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInt64(2, value.WorkflowTaskCompletedEventId);
    }

    public static ActivityTaskCancelRequested Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var workflowTaskCompletedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityTaskCancelRequested
        {
            ScheduledEventId = scheduledEventId,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
        };
    }
}
