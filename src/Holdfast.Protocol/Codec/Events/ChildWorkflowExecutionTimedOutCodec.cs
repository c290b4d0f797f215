namespace Holdfast.Protocol.Codec;

internal static class ChildWorkflowExecutionTimedOutCodec
{
    public static void Write(ref FieldWriter writer, ChildWorkflowExecutionTimedOut value)
    {
        writer.WriteText(1, value.Namespace);
        writer.WriteWorkflowExecution(2, value.Execution);
        writer.WriteText(3, value.WorkflowType);
        writer.WriteInt32(4, (int)value.RetryState);
        writer.WriteInt64(5, value.InitiatedEventId);
        writer.WriteInt64(6, value.StartedEventId);
    }

    public static ChildWorkflowExecutionTimedOut Read(FieldReader reader)
    {
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var workflowType = string.Empty;
        var retryState = default(RetryState);
        var initiatedEventId = 0L;
        var startedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: execution = reader.ReadWorkflowExecution(); break;
                case 3: workflowType = reader.ReadName(); break;
                case 4: retryState = (RetryState)reader.ReadInt32(); break;
                case 5: initiatedEventId = reader.ReadInt64(); break;
                case 6: startedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new ChildWorkflowExecutionTimedOut
        {
            Namespace = @namespace,
            Execution = execution,
            WorkflowType = workflowType,
            RetryState = retryState,
            InitiatedEventId = initiatedEventId,
            StartedEventId = startedEventId,
        };
    }
}
