namespace Holdfast.Protocol.Codec;

internal static class WorkflowTaskFailedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowTaskFailed value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInt64(2, value.StartedEventId);
        writer.WriteInt32(3, (int)value.Cause);
        writer.WriteFailure(4, value.Failure);
        writer.WriteText(5, value.Identity);
        writer.WriteRunId(6, value.BaseRunId);
        writer.WriteRunId(7, value.NewRunId);
    }

    public static WorkflowTaskFailed Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var startedEventId = 0L;
        var cause = default(WorkflowTaskFailedCause);
        Failure? failure = null;
        var identity = string.Empty;
        RunId? baseRunId = null;
        RunId? newRunId = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: startedEventId = reader.ReadInt64(); break;
                case 3: cause = (WorkflowTaskFailedCause)reader.ReadInt32(); break;
                case 4: failure = reader.ReadFailure(); break;
                case 5: identity = reader.ReadName(); break;
                case 6: baseRunId = reader.ReadRunId(); break;
                case 7: newRunId = reader.ReadRunId(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowTaskFailed
        {
            ScheduledEventId = scheduledEventId,
            StartedEventId = startedEventId,
            Cause = cause,
            Failure = failure ?? throw CorruptRecord.Missing(nameof(WorkflowTaskFailed), nameof(WorkflowTaskFailed.Failure)),
            Identity = identity,
            BaseRunId = baseRunId,
            NewRunId = newRunId,
        };
    }
}
