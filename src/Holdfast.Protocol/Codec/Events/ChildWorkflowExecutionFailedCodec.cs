namespace Holdfast.Protocol.Codec;

internal static class ChildWorkflowExecutionFailedCodec
{
    public static void Write(ref FieldWriter writer, ChildWorkflowExecutionFailed value)
    {
        writer.WriteText(1, value.Namespace);
        writer.WriteWorkflowExecution(2, value.Execution);
        writer.WriteText(3, value.WorkflowType);
        writer.WriteFailure(4, value.Failure);
        writer.WriteInt32(5, (int)value.RetryState);
        writer.WriteInt64(6, value.InitiatedEventId);
        writer.WriteInt64(7, value.StartedEventId);
    }

    public static ChildWorkflowExecutionFailed Read(FieldReader reader)
    {
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var workflowType = string.Empty;
        Failure? failure = null;
        var retryState = default(RetryState);
        var initiatedEventId = 0L;
        var startedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: execution = reader.ReadWorkflowExecution(); break;
                case 3: workflowType = reader.ReadName(); break;
                case 4: failure = reader.ReadFailure(); break;
                case 5: retryState = (RetryState)reader.ReadInt32(); break;
                case 6: initiatedEventId = reader.ReadInt64(); break;
                case 7: startedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new ChildWorkflowExecutionFailed
        {
            Namespace = @namespace,
            Execution = execution,
            WorkflowType = workflowType,
            Failure = failure ?? throw CorruptRecord.Missing(nameof(ChildWorkflowExecutionFailed), nameof(ChildWorkflowExecutionFailed.Failure)),
            RetryState = retryState,
            InitiatedEventId = initiatedEventId,
            StartedEventId = startedEventId,
        };
    }
}
