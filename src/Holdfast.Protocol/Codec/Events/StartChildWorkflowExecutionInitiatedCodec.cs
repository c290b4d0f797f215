namespace Holdfast.Protocol.Codec;

internal static class StartChildWorkflowExecutionInitiatedCodec
{
    public static void Write(ref FieldWriter writer, StartChildWorkflowExecutionInitiated value)
    {
        writer.WriteText(1, value.Namespace);
        writer.WriteText(2, value.WorkflowId);
        writer.WriteText(3, value.WorkflowType);
        writer.WriteText(4, value.TaskQueue);
        writer.WritePayloads(5, value.Input);
        writer.WriteDuration(6, value.WorkflowExecutionTimeout);
        writer.WriteDuration(7, value.WorkflowRunTimeout);
        writer.WriteDuration(8, value.WorkflowTaskTimeout);
        writer.WriteInt32(9, (int)value.ParentClosePolicy);
        writer.WriteInt32(10, (int)value.WorkflowIdReusePolicy);
        writer.WriteRetryPolicy(11, value.RetryPolicy);
        writer.WritePayloadMap(12, value.Memo);
        writer.WritePayloadMap(13, value.SearchAttributes);
        writer.WritePayloadMap(14, value.Header);
        writer.WriteInt64(15, value.WorkflowTaskCompletedEventId);
        writer.WriteRunId(16, value.ChildRunId);
        writer.WriteText(17, value.CronSchedule);
        writer.WritePriority(18, value.Priority);
        writer.WriteText(19, value.StaticSummary);
        writer.WriteText(20, value.StaticDetails);
        writer.WriteText(21, value.ConcurrencyKey);
    }

    public static StartChildWorkflowExecutionInitiated Read(FieldReader reader)
    {
        var @namespace = string.Empty;
        var workflowId = string.Empty;
        var workflowType = string.Empty;
        var taskQueue = string.Empty;
        var input = Payloads.Empty;
        TimeSpan? workflowExecutionTimeout = null;
        TimeSpan? workflowRunTimeout = null;
        var workflowTaskTimeout = TimeSpan.Zero;
        var parentClosePolicy = default(ParentClosePolicy);
        var workflowIdReusePolicy = default(WorkflowIdReusePolicy);
        RetryPolicy? retryPolicy = null;
        var memo = PayloadMap.Empty;
        var searchAttributes = PayloadMap.Empty;
        var header = PayloadMap.Empty;
        var workflowTaskCompletedEventId = 0L;
        var childRunId = RunId.None;
        var cronSchedule = string.Empty;
        Priority? priority = null;
        var staticSummary = string.Empty;
        var staticDetails = string.Empty;
        var concurrencyKey = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: workflowId = reader.ReadText(); break;
                case 3: workflowType = reader.ReadName(); break;
                case 4: taskQueue = reader.ReadName(); break;
                case 5: input = reader.ReadPayloads(); break;
                case 6: workflowExecutionTimeout = reader.ReadDuration(); break;
                case 7: workflowRunTimeout = reader.ReadDuration(); break;
                case 8: workflowTaskTimeout = reader.ReadDuration(); break;
                case 9: parentClosePolicy = (ParentClosePolicy)reader.ReadInt32(); break;
                case 10: workflowIdReusePolicy = (WorkflowIdReusePolicy)reader.ReadInt32(); break;
                case 11: retryPolicy = reader.ReadRetryPolicy(); break;
                case 12: memo = reader.ReadPayloadMap(); break;
                case 13: searchAttributes = reader.ReadPayloadMap(); break;
                case 14: header = reader.ReadPayloadMap(); break;
                case 15: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                case 16: childRunId = reader.ReadRunId(); break;
                case 17: cronSchedule = reader.ReadText(); break;
                case 18: priority = reader.ReadPriority(); break;
                case 19: staticSummary = reader.ReadText(); break;
                case 20: staticDetails = reader.ReadText(); break;
                case 21: concurrencyKey = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new StartChildWorkflowExecutionInitiated
        {
            Namespace = @namespace,
            WorkflowId = workflowId,
            WorkflowType = workflowType,
            TaskQueue = taskQueue,
            Input = input,
            WorkflowExecutionTimeout = workflowExecutionTimeout,
            WorkflowRunTimeout = workflowRunTimeout,
            WorkflowTaskTimeout = workflowTaskTimeout,
            ParentClosePolicy = parentClosePolicy,
            WorkflowIdReusePolicy = workflowIdReusePolicy,
            RetryPolicy = retryPolicy,
            Memo = memo,
            SearchAttributes = searchAttributes,
            Header = header,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
            ChildRunId = childRunId,
            CronSchedule = cronSchedule,
            Priority = priority,
            StaticSummary = staticSummary,
            StaticDetails = staticDetails,
            ConcurrencyKey = concurrencyKey,
        };
    }
}
