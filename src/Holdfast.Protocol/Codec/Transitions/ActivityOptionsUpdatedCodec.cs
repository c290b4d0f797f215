namespace Holdfast.Protocol.Codec;

internal static class ActivityOptionsUpdatedCodec
{
    public static void Write(ref FieldWriter writer, ActivityOptionsUpdated value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteText(2, value.TaskQueue);
        writer.WriteDuration(3, value.ScheduleToCloseTimeout);
        writer.WriteDuration(4, value.ScheduleToStartTimeout);
        writer.WriteDuration(5, value.StartToCloseTimeout);
        writer.WriteDuration(6, value.HeartbeatTimeout);
        writer.WriteRetryPolicy(7, value.RetryPolicy);
        writer.WriteText(8, value.RequestId);
    }

    public static ActivityOptionsUpdated Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var taskQueue = string.Empty;
        TimeSpan? scheduleToCloseTimeout = null;
        TimeSpan? scheduleToStartTimeout = null;
        TimeSpan? startToCloseTimeout = null;
        TimeSpan? heartbeatTimeout = null;
        RetryPolicy? retryPolicy = null;
        var requestId = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: taskQueue = reader.ReadName(); break;
                case 3: scheduleToCloseTimeout = reader.ReadDuration(); break;
                case 4: scheduleToStartTimeout = reader.ReadDuration(); break;
                case 5: startToCloseTimeout = reader.ReadDuration(); break;
                case 6: heartbeatTimeout = reader.ReadDuration(); break;
                case 7: retryPolicy = reader.ReadRetryPolicy(); break;
                case 8: requestId = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityOptionsUpdated
        {
            ScheduledEventId = scheduledEventId,
            TaskQueue = taskQueue,
            ScheduleToCloseTimeout = scheduleToCloseTimeout,
            ScheduleToStartTimeout = scheduleToStartTimeout,
            StartToCloseTimeout = startToCloseTimeout,
            HeartbeatTimeout = heartbeatTimeout,
            RetryPolicy = retryPolicy ?? throw CorruptRecord.Missing(nameof(ActivityOptionsUpdated), nameof(ActivityOptionsUpdated.RetryPolicy)),
            RequestId = requestId,
        };
    }
}
