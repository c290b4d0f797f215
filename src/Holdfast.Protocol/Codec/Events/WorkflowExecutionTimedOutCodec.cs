namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionTimedOutCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionTimedOut value)
    {
        writer.WriteInt32(1, (int)value.RetryState);
        writer.WriteRunId(2, value.NewExecutionRunId);
    }

    public static WorkflowExecutionTimedOut Read(FieldReader reader)
    {
        var retryState = default(RetryState);
        RunId? newExecutionRunId = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: retryState = (RetryState)reader.ReadInt32(); break;
                case 2: newExecutionRunId = reader.ReadRunId(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionTimedOut
        {
            RetryState = retryState,
            NewExecutionRunId = newExecutionRunId,
        };
    }
}
