namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionFailedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionFailed value)
    {
        writer.WriteFailure(1, value.Failure);
        writer.WriteInt32(2, (int)value.RetryState);
        writer.WriteInt64(3, value.WorkflowTaskCompletedEventId);
        writer.WriteRunId(4, value.NewExecutionRunId);
    }

    public static WorkflowExecutionFailed Read(FieldReader reader)
    {
        Failure? failure = null;
        var retryState = default(RetryState);
        var workflowTaskCompletedEventId = 0L;
        RunId? newExecutionRunId = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: failure = reader.ReadFailure(); break;
                case 2: retryState = (RetryState)reader.ReadInt32(); break;
                case 3: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                case 4: newExecutionRunId = reader.ReadRunId(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionFailed
        {
            Failure = failure ?? throw CorruptRecord.Missing(nameof(WorkflowExecutionFailed), nameof(WorkflowExecutionFailed.Failure)),
            RetryState = retryState,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
            NewExecutionRunId = newExecutionRunId,
        };
    }
}
