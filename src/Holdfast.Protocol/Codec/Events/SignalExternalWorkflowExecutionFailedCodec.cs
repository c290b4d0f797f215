namespace Holdfast.Protocol.Codec;

internal static class SignalExternalWorkflowExecutionFailedCodec
{
    public static void Write(ref FieldWriter writer, SignalExternalWorkflowExecutionFailed value)
    {
        writer.WriteInt32(1, (int)value.Cause);
        writer.WriteText(2, value.Namespace);
        writer.WriteWorkflowExecution(3, value.Execution);
        writer.WriteInt64(4, value.InitiatedEventId);
    }

    public static SignalExternalWorkflowExecutionFailed Read(FieldReader reader)
    {
        var cause = default(SignalExternalWorkflowExecutionFailedCause);
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var initiatedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: cause = (SignalExternalWorkflowExecutionFailedCause)reader.ReadInt32(); break;
                case 2: @namespace = reader.ReadName(); break;
                case 3: execution = reader.ReadWorkflowExecution(); break;
                case 4: initiatedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new SignalExternalWorkflowExecutionFailed
        {
            Cause = cause,
            Namespace = @namespace,
            Execution = execution,
            InitiatedEventId = initiatedEventId,
        };
    }
}
