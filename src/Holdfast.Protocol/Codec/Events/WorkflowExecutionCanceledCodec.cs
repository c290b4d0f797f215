namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionCanceledCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionCanceled value)
    {
        writer.WritePayloads(1, value.Details);
        writer.WriteInt64(2, value.WorkflowTaskCompletedEventId);
    }

    public static WorkflowExecutionCanceled Read(FieldReader reader)
    {
        var details = Payloads.Empty;
        var workflowTaskCompletedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: details = reader.ReadPayloads(); break;
                case 2: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionCanceled
        {
            Details = details,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
        };
    }
}
