namespace Holdfast.Protocol.Codec;

internal static class ChildWorkflowExecutionStartedCodec
{
    public static void Write(ref FieldWriter writer, ChildWorkflowExecutionStarted value)
    {
        writer.WriteText(1, value.Namespace);
        writer.WriteWorkflowExecution(2, value.Execution);
        writer.WriteText(3, value.WorkflowType);
        writer.WriteInt64(4, value.InitiatedEventId);
    }

    public static ChildWorkflowExecutionStarted Read(FieldReader reader)
    {
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var workflowType = string.Empty;
        var initiatedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: execution = reader.ReadWorkflowExecution(); break;
                case 3: workflowType = reader.ReadName(); break;
                case 4: initiatedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new ChildWorkflowExecutionStarted
        {
            Namespace = @namespace,
            Execution = execution,
            WorkflowType = workflowType,
            InitiatedEventId = initiatedEventId,
        };
    }
}
