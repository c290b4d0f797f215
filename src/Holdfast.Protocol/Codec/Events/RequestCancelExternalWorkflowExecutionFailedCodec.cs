namespace Holdfast.Protocol.Codec;

internal static class RequestCancelExternalWorkflowExecutionFailedCodec
{
    public static void Write(ref FieldWriter writer, RequestCancelExternalWorkflowExecutionFailed value)
    {
        writer.WriteText(1, value.Cause);
        writer.WriteText(2, value.Namespace);
        writer.WriteWorkflowExecution(3, value.Execution);
        writer.WriteInt64(4, value.InitiatedEventId);
    }

    public static RequestCancelExternalWorkflowExecutionFailed Read(FieldReader reader)
    {
        var cause = string.Empty;
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var initiatedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: cause = reader.ReadText(); break;
                case 2: @namespace = reader.ReadName(); break;
                case 3: execution = reader.ReadWorkflowExecution(); break;
                case 4: initiatedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new RequestCancelExternalWorkflowExecutionFailed
        {
            Cause = cause,
            Namespace = @namespace,
            Execution = execution,
            InitiatedEventId = initiatedEventId,
        };
    }
}
