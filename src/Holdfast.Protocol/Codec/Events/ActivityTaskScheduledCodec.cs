namespace Holdfast.Protocol.Codec;

internal static class ActivityTaskScheduledCodec
{
    public static void Write(ref FieldWriter writer, ActivityTaskScheduled value)
    {
        writer.WriteText(1, value.ActivityId);
        writer.WriteText(2, value.ActivityType);
        writer.WriteText(3, value.TaskQueue);
        writer.WritePayloads(4, value.Input);
        writer.WritePayloadMap(5, value.Header);
        writer.WriteDuration(6, value.ScheduleToCloseTimeout);
        writer.WriteDuration(7, value.ScheduleToStartTimeout);
        writer.WriteDuration(8, value.StartToCloseTimeout);
        writer.WriteDuration(9, value.HeartbeatTimeout);
        writer.WriteInt64(10, value.WorkflowTaskCompletedEventId);
        writer.WriteRetryPolicy(11, value.RetryPolicy);
        writer.WriteText(12, value.Summary);
        writer.WritePriority(13, value.Priority);
        writer.WriteText(14, value.ConcurrencyKey);
    }

    public static ActivityTaskScheduled Read(FieldReader reader)
    {
        var activityId = string.Empty;
        var activityType = string.Empty;
        var taskQueue = string.Empty;
        var input = Payloads.Empty;
        var header = PayloadMap.Empty;
        TimeSpan? scheduleToCloseTimeout = null;
        TimeSpan? scheduleToStartTimeout = null;
        TimeSpan? startToCloseTimeout = null;
        TimeSpan? heartbeatTimeout = null;
        var workflowTaskCompletedEventId = 0L;
        RetryPolicy? retryPolicy = null;
        var summary = string.Empty;
        Priority? priority = null;
        var concurrencyKey = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: activityId = reader.ReadText(); break;
                case 2: activityType = reader.ReadName(); break;
                case 3: taskQueue = reader.ReadName(); break;
                case 4: input = reader.ReadPayloads(); break;
                case 5: header = reader.ReadPayloadMap(); break;
                case 6: scheduleToCloseTimeout = reader.ReadDuration(); break;
                case 7: scheduleToStartTimeout = reader.ReadDuration(); break;
                case 8: startToCloseTimeout = reader.ReadDuration(); break;
                case 9: heartbeatTimeout = reader.ReadDuration(); break;
                case 10: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                case 11: retryPolicy = reader.ReadRetryPolicy(); break;
                case 12: summary = reader.ReadText(); break;
                case 13: priority = reader.ReadPriority(); break;
                case 14: concurrencyKey = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityTaskScheduled
        {
            ActivityId = activityId,
            ActivityType = activityType,
            TaskQueue = taskQueue,
            Input = input,
            Header = header,
            ScheduleToCloseTimeout = scheduleToCloseTimeout,
            ScheduleToStartTimeout = scheduleToStartTimeout,
            StartToCloseTimeout = startToCloseTimeout,
            HeartbeatTimeout = heartbeatTimeout,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
            RetryPolicy = retryPolicy ?? throw CorruptRecord.Missing(nameof(ActivityTaskScheduled), nameof(ActivityTaskScheduled.RetryPolicy)),
            Summary = summary,
            Priority = priority,
            ConcurrencyKey = concurrencyKey,
        };
    }
}
