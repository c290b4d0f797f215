namespace Holdfast.Protocol.Codec;

internal static class StartChildWorkflowExecutionFailedCodec
{
    public static void Write(ref FieldWriter writer, StartChildWorkflowExecutionFailed value)
    {
        writer.WriteText(1, value.Namespace);
        writer.WriteText(2, value.WorkflowId);
        writer.WriteText(3, value.WorkflowType);
        writer.WriteInt32(4, (int)value.Cause);
        writer.WriteInt64(5, value.InitiatedEventId);
        writer.WriteInt64(6, value.WorkflowTaskCompletedEventId);
    }

    public static StartChildWorkflowExecutionFailed Read(FieldReader reader)
    {
        var @namespace = string.Empty;
        var workflowId = string.Empty;
        var workflowType = string.Empty;
        var cause = default(StartChildWorkflowExecutionFailedCause);
        var initiatedEventId = 0L;
        var workflowTaskCompletedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: workflowId = reader.ReadText(); break;
                case 3: workflowType = reader.ReadName(); break;
                case 4: cause = (StartChildWorkflowExecutionFailedCause)reader.ReadInt32(); break;
                case 5: initiatedEventId = reader.ReadInt64(); break;
                case 6: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new StartChildWorkflowExecutionFailed
        {
            Namespace = @namespace,
            WorkflowId = workflowId,
            WorkflowType = workflowType,
            Cause = cause,
            InitiatedEventId = initiatedEventId,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
        };
    }
}
