namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionCompletedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionCompleted value)
    {
        writer.WritePayloads(1, value.Result);
        writer.WriteInt64(2, value.WorkflowTaskCompletedEventId);
        writer.WriteRunId(3, value.NewExecutionRunId);
    }

    public static WorkflowExecutionCompleted Read(FieldReader reader)
    {
        var result = Payloads.Empty;
        var workflowTaskCompletedEventId = 0L;
        RunId? newExecutionRunId = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: result = reader.ReadPayloads(); break;
                case 2: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                case 3: newExecutionRunId = reader.ReadRunId(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionCompleted
        {
            Result = result,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
            NewExecutionRunId = newExecutionRunId,
        };
    }
}
