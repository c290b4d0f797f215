namespace Holdfast.Protocol.Codec;

internal static class RequestCancelExternalWorkflowExecutionInitiatedCodec
{
    public static void Write(ref FieldWriter writer, RequestCancelExternalWorkflowExecutionInitiated value)
    {
        writer.WriteText(1, value.Namespace);
        writer.WriteWorkflowExecution(2, value.Execution);
        writer.WriteFlag(3, value.ChildWorkflowOnly);
        writer.WriteText(4, value.Reason);
        writer.WriteInt64(5, value.WorkflowTaskCompletedEventId);
    }

    public static RequestCancelExternalWorkflowExecutionInitiated Read(FieldReader reader)
    {
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var childWorkflowOnly = false;
        var reason = string.Empty;
        var workflowTaskCompletedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: execution = reader.ReadWorkflowExecution(); break;
                case 3: childWorkflowOnly = reader.ReadFlag(); break;
                case 4: reason = reader.ReadText(); break;
                case 5: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new RequestCancelExternalWorkflowExecutionInitiated
        {
            Namespace = @namespace,
            Execution = execution,
            ChildWorkflowOnly = childWorkflowOnly,
            Reason = reason,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
        };
    }
}
