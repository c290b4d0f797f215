namespace Holdfast.Protocol.Codec;

internal static class ChildWorkflowExecutionCompletedCodec
{
    public static void Write(ref FieldWriter writer, ChildWorkflowExecutionCompleted value)
    {
        writer.WriteText(1, value.Namespace);
        writer.WriteWorkflowExecution(2, value.Execution);
        writer.WriteText(3, value.WorkflowType);
        writer.WritePayloads(4, value.Result);
        writer.WriteInt64(5, value.InitiatedEventId);
        writer.WriteInt64(6, value.StartedEventId);
    }

    public static ChildWorkflowExecutionCompleted Read(FieldReader reader)
    {
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var workflowType = string.Empty;
        var result = Payloads.Empty;
        var initiatedEventId = 0L;
        var startedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: execution = reader.ReadWorkflowExecution(); break;
                case 3: workflowType = reader.ReadName(); break;
                case 4: result = reader.ReadPayloads(); break;
                case 5: initiatedEventId = reader.ReadInt64(); break;
                case 6: startedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new ChildWorkflowExecutionCompleted
        {
            Namespace = @namespace,
            Execution = execution,
            WorkflowType = workflowType,
            Result = result,
            InitiatedEventId = initiatedEventId,
            StartedEventId = startedEventId,
        };
    }
}
