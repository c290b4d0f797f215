namespace Holdfast.Protocol.Codec;

internal static class ChildWorkflowFailureInfoCodec
{
    public static void Write(ref FieldWriter writer, FailureInfo.ChildWorkflow value)
    {
        writer.WriteText(1, value.Namespace);
        writer.WriteWorkflowExecution(2, value.Execution);
        writer.WriteText(3, value.WorkflowType);
        writer.WriteInt64(4, value.InitiatedEventId);
        writer.WriteInt64(5, value.StartedEventId);
        writer.WriteInt32(6, (int)value.RetryState);
    }

    public static FailureInfo.ChildWorkflow Read(FieldReader reader)
    {
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var workflowType = string.Empty;
        var initiatedEventId = 0L;
        var startedEventId = 0L;
        var retryState = default(RetryState);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: execution = reader.ReadWorkflowExecution(); break;
                case 3: workflowType = reader.ReadName(); break;
                case 4: initiatedEventId = reader.ReadInt64(); break;
                case 5: startedEventId = reader.ReadInt64(); break;
                case 6: retryState = (RetryState)reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new FailureInfo.ChildWorkflow(@namespace, execution, workflowType, initiatedEventId, startedEventId, retryState);
    }
}
