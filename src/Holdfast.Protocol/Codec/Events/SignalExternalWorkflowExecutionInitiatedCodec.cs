namespace Holdfast.Protocol.Codec;

internal static class SignalExternalWorkflowExecutionInitiatedCodec
{
    public static void Write(ref FieldWriter writer, SignalExternalWorkflowExecutionInitiated value)
    {
        writer.WriteInt64(1, value.WorkflowTaskCompletedEventId);
        writer.WriteText(2, value.Namespace);
        writer.WriteWorkflowExecution(3, value.Execution);
        writer.WriteText(4, value.SignalName);
        writer.WritePayloads(5, value.Input);
        writer.WritePayloadMap(6, value.Header);
        writer.WriteFlag(7, value.ChildWorkflowOnly);
    }

    public static SignalExternalWorkflowExecutionInitiated Read(FieldReader reader)
    {
        var workflowTaskCompletedEventId = 0L;
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var signalName = string.Empty;
        var input = Payloads.Empty;
        var header = PayloadMap.Empty;
        var childWorkflowOnly = false;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                case 2: @namespace = reader.ReadName(); break;
                case 3: execution = reader.ReadWorkflowExecution(); break;
                case 4: signalName = reader.ReadName(); break;
                case 5: input = reader.ReadPayloads(); break;
                case 6: header = reader.ReadPayloadMap(); break;
                case 7: childWorkflowOnly = reader.ReadFlag(); break;
                default: reader.Skip(); break;
            }
        }

        return new SignalExternalWorkflowExecutionInitiated
        {
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
            Namespace = @namespace,
            Execution = execution,
            SignalName = signalName,
            Input = input,
            Header = header,
            ChildWorkflowOnly = childWorkflowOnly,
        };
    }
}
