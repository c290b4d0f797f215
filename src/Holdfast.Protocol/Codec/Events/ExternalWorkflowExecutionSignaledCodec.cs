namespace Holdfast.Protocol.Codec;

internal static class ExternalWorkflowExecutionSignaledCodec
{
    public static void Write(ref FieldWriter writer, ExternalWorkflowExecutionSignaled value)
    {
        writer.WriteText(1, value.Namespace);
        writer.WriteWorkflowExecution(2, value.Execution);
        writer.WriteInt64(3, value.InitiatedEventId);
    }

    public static ExternalWorkflowExecutionSignaled Read(FieldReader reader)
    {
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var initiatedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: execution = reader.ReadWorkflowExecution(); break;
                case 3: initiatedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new ExternalWorkflowExecutionSignaled
        {
            Namespace = @namespace,
            Execution = execution,
            InitiatedEventId = initiatedEventId,
        };
    }
}
