namespace Holdfast.Protocol.Codec;

internal static class WorkflowTaskScheduledCodec
{
    public static void Write(ref FieldWriter writer, WorkflowTaskScheduled value)
    {
        writer.WriteText(1, value.TaskQueue);
        writer.WriteDuration(2, value.StartToCloseTimeout);
        writer.WriteInt32(3, value.Attempt);
    }

    public static WorkflowTaskScheduled Read(FieldReader reader)
    {
        var taskQueue = string.Empty;
        var startToCloseTimeout = TimeSpan.Zero;
        var attempt = 0;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: taskQueue = reader.ReadName(); break;
                case 2: startToCloseTimeout = reader.ReadDuration(); break;
                case 3: attempt = reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowTaskScheduled
        {
            TaskQueue = taskQueue,
            StartToCloseTimeout = startToCloseTimeout,
            Attempt = attempt,
        };
    }
}
