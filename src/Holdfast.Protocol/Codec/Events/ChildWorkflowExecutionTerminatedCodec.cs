namespace Holdfast.Protocol.Codec;

internal static class ChildWorkflowExecutionTerminatedCodec
{
    public static void Write(ref FieldWriter writer, ChildWorkflowExecutionTerminated value)
    {
        writer.WriteText(1, value.Namespace);
        writer.WriteWorkflowExecution(2, value.Execution);
        writer.WriteText(3, value.WorkflowType);
        writer.WriteInt64(4, value.InitiatedEventId);
        writer.WriteInt64(5, value.StartedEventId);
    }

    public static ChildWorkflowExecutionTerminated Read(FieldReader reader)
    {
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var workflowType = string.Empty;
        var initiatedEventId = 0L;
        var startedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: execution = reader.ReadWorkflowExecution(); break;
                case 3: workflowType = reader.ReadName(); break;
                case 4: initiatedEventId = reader.ReadInt64(); break;
                case 5: startedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new ChildWorkflowExecutionTerminated
        {
            Namespace = @namespace,
            Execution = execution,
            WorkflowType = workflowType,
            InitiatedEventId = initiatedEventId,
            StartedEventId = startedEventId,
        };
    }
}
