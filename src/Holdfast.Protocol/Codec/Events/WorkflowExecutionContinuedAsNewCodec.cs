namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionContinuedAsNewCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionContinuedAsNew value)
    {
        writer.WriteRunId(1, value.NewExecutionRunId);
        writer.WriteText(2, value.WorkflowType);
        writer.WriteText(3, value.TaskQueue);
        writer.WritePayloads(4, value.Input);
        writer.WriteDuration(5, value.WorkflowRunTimeout);
        writer.WriteDuration(6, value.WorkflowTaskTimeout);
        writer.WriteDuration(7, value.BackoffStartInterval);
        writer.WriteInt32(8, (int)value.Initiator);
        writer.WriteFailure(9, value.Failure);
        writer.WriteOptionalPayloads(10, value.LastCompletionResult);
        writer.WritePayloadMap(11, value.Memo);
        writer.WritePayloadMap(12, value.SearchAttributes);
        writer.WritePayloadMap(13, value.Header);
        writer.WriteRetryPolicy(14, value.RetryPolicy);
        writer.WriteInt64(15, value.WorkflowTaskCompletedEventId);
        writer.WriteText(16, value.CronSchedule);
    }

    public static WorkflowExecutionContinuedAsNew Read(FieldReader reader)
    {
        var newExecutionRunId = RunId.None;
        var workflowType = string.Empty;
        var taskQueue = string.Empty;
        var input = Payloads.Empty;
        TimeSpan? workflowRunTimeout = null;
        var workflowTaskTimeout = TimeSpan.Zero;
        TimeSpan? backoffStartInterval = null;
        var initiator = default(ContinueAsNewInitiator);
        Failure? failure = null;
        Payloads? lastCompletionResult = null;
        var memo = PayloadMap.Empty;
        var searchAttributes = PayloadMap.Empty;
        var header = PayloadMap.Empty;
        RetryPolicy? retryPolicy = null;
        var workflowTaskCompletedEventId = 0L;
        var cronSchedule = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: newExecutionRunId = reader.ReadRunId(); break;
                case 2: workflowType = reader.ReadName(); break;
                case 3: taskQueue = reader.ReadName(); break;
                case 4: input = reader.ReadPayloads(); break;
                case 5: workflowRunTimeout = reader.ReadDuration(); break;
                case 6: workflowTaskTimeout = reader.ReadDuration(); break;
                case 7: backoffStartInterval = reader.ReadDuration(); break;
                case 8: initiator = (ContinueAsNewInitiator)reader.ReadInt32(); break;
                case 9: failure = reader.ReadFailure(); break;
                case 10: lastCompletionResult = reader.ReadPayloads(); break;
                case 11: memo = reader.ReadPayloadMap(); break;
                case 12: searchAttributes = reader.ReadPayloadMap(); break;
                case 13: header = reader.ReadPayloadMap(); break;
                case 14: retryPolicy = reader.ReadRetryPolicy(); break;
                case 15: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                case 16: cronSchedule = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionContinuedAsNew
        {
            NewExecutionRunId = newExecutionRunId,
            WorkflowType = workflowType,
            TaskQueue = taskQueue,
            Input = input,
            WorkflowRunTimeout = workflowRunTimeout,
            WorkflowTaskTimeout = workflowTaskTimeout,
            BackoffStartInterval = backoffStartInterval,
            Initiator = initiator,
            Failure = failure,
            LastCompletionResult = lastCompletionResult,
            Memo = memo,
            SearchAttributes = searchAttributes,
            Header = header,
            RetryPolicy = retryPolicy,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
            CronSchedule = cronSchedule,
        };
    }
}
