namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionStartedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionStarted value)
    {
        writer.WriteText(1, value.WorkflowType);
        writer.WriteText(2, value.TaskQueue);
        writer.WritePayloads(3, value.Input);
        writer.WriteText(4, value.Identity);
        writer.WriteText(5, value.RequestId);
        writer.WriteDuration(6, value.WorkflowExecutionTimeout);
        writer.WriteInstant(7, value.WorkflowExecutionExpirationTime);
        writer.WriteDuration(8, value.WorkflowRunTimeout);
        writer.WriteDuration(9, value.WorkflowTaskTimeout);
        writer.WriteRetryPolicy(10, value.RetryPolicy);
        writer.WriteInt32(11, value.Attempt);
        writer.WriteDuration(12, value.FirstWorkflowTaskBackoff);
        writer.WriteRunId(13, value.FirstExecutionRunId);
        writer.WriteRunId(14, value.ContinuedExecutionRunId);
        writer.WriteInt32(15, (int?)value.Initiator);
        writer.WriteFailure(16, value.ContinuedFailure);
        writer.WriteOptionalPayloads(17, value.LastCompletionResult);
        writer.WriteParentInfo(18, value.Parent);
        writer.WritePayloadMap(19, value.Memo);
        writer.WritePayloadMap(20, value.SearchAttributes);
        writer.WritePayloadMap(21, value.Header);
        writer.WriteText(22, value.CronSchedule);
        writer.WriteRunId(23, value.OriginalExecutionRunId);
        writer.WriteWorkflowExecution(24, value.RootWorkflow);
        writer.WritePriority(25, value.Priority);
        writer.WriteText(26, value.StaticSummary);
        writer.WriteText(27, value.StaticDetails);
        writer.WriteResetPoints(28, value.PreviousResetPoints);
        writer.WriteInt32(29, (int)value.Kind);
        writer.WriteText(30, value.ConcurrencyKey);
        writer.WriteInt32(31, (int)value.Admission);
        writer.WriteInstant(32, value.DebouncedSince);
    }

    public static WorkflowExecutionStarted Read(FieldReader reader)
    {
        var workflowType = string.Empty;
        var taskQueue = string.Empty;
        var input = Payloads.Empty;
        var identity = string.Empty;
        var requestId = string.Empty;
        TimeSpan? workflowExecutionTimeout = null;
        DateTimeOffset? workflowExecutionExpirationTime = null;
        TimeSpan? workflowRunTimeout = null;
        var workflowTaskTimeout = TimeSpan.Zero;
        RetryPolicy? retryPolicy = null;
        var attempt = 0;
        TimeSpan? firstWorkflowTaskBackoff = null;
        var firstExecutionRunId = RunId.None;
        RunId? continuedExecutionRunId = null;
        ContinueAsNewInitiator? initiator = null;
        Failure? continuedFailure = null;
        Payloads? lastCompletionResult = null;
        ParentInfo? parent = null;
        var memo = PayloadMap.Empty;
        var searchAttributes = PayloadMap.Empty;
        var header = PayloadMap.Empty;
        var cronSchedule = string.Empty;
        RunId? originalExecutionRunId = null;
        var rootWorkflow = new WorkflowExecution(string.Empty, RunId.None);
        Priority? priority = null;
        var staticSummary = string.Empty;
        var staticDetails = string.Empty;
        List<ResetPoint>? previousResetPoints = null;
        var kind = RunKind.Workflow;
        var concurrencyKey = string.Empty;
        var admission = default(StartAdmission);
        DateTimeOffset? debouncedSince = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: workflowType = reader.ReadName(); break;
                case 2: taskQueue = reader.ReadName(); break;
                case 3: input = reader.ReadPayloads(); break;
                case 4: identity = reader.ReadName(); break;
                case 5: requestId = reader.ReadText(); break;
                case 6: workflowExecutionTimeout = reader.ReadDuration(); break;
                case 7: workflowExecutionExpirationTime = reader.ReadInstant(); break;
                case 8: workflowRunTimeout = reader.ReadDuration(); break;
                case 9: workflowTaskTimeout = reader.ReadDuration(); break;
                case 10: retryPolicy = reader.ReadRetryPolicy(); break;
                case 11: attempt = reader.ReadInt32(); break;
                case 12: firstWorkflowTaskBackoff = reader.ReadDuration(); break;
                case 13: firstExecutionRunId = reader.ReadRunId(); break;
                case 14: continuedExecutionRunId = reader.ReadRunId(); break;
                case 15: initiator = (ContinueAsNewInitiator)reader.ReadInt32(); break;
                case 16: continuedFailure = reader.ReadFailure(); break;
                case 17: lastCompletionResult = reader.ReadPayloads(); break;
                case 18: parent = reader.ReadParentInfo(); break;
                case 19: memo = reader.ReadPayloadMap(); break;
                case 20: searchAttributes = reader.ReadPayloadMap(); break;
                case 21: header = reader.ReadPayloadMap(); break;
                case 22: cronSchedule = reader.ReadText(); break;
                case 23: originalExecutionRunId = reader.ReadRunId(); break;
                case 24: rootWorkflow = reader.ReadWorkflowExecution(); break;
                case 25: priority = reader.ReadPriority(); break;
                case 26: staticSummary = reader.ReadText(); break;
                case 27: staticDetails = reader.ReadText(); break;
                case 28: (previousResetPoints ??= []).Add(reader.ReadResetPoint()); break;
                case 29: kind = (RunKind)reader.ReadInt32(); break;
                case 30: concurrencyKey = reader.ReadText(); break;
                case 31: admission = (StartAdmission)reader.ReadInt32(); break;
                case 32: debouncedSince = reader.ReadInstant(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionStarted
        {
            WorkflowType = workflowType,
            TaskQueue = taskQueue,
            Input = input,
            Identity = identity,
            RequestId = requestId,
            WorkflowExecutionTimeout = workflowExecutionTimeout,
            WorkflowExecutionExpirationTime = workflowExecutionExpirationTime,
            WorkflowRunTimeout = workflowRunTimeout,
            WorkflowTaskTimeout = workflowTaskTimeout,
            RetryPolicy = retryPolicy,
            Attempt = attempt,
            FirstWorkflowTaskBackoff = firstWorkflowTaskBackoff,
            FirstExecutionRunId = firstExecutionRunId,
            ContinuedExecutionRunId = continuedExecutionRunId,
            Initiator = initiator,
            ContinuedFailure = continuedFailure,
            LastCompletionResult = lastCompletionResult,
            Parent = parent,
            Memo = memo,
            SearchAttributes = searchAttributes,
            Header = header,
            CronSchedule = cronSchedule,
            OriginalExecutionRunId = originalExecutionRunId,
            RootWorkflow = rootWorkflow,
            Priority = priority,
            StaticSummary = staticSummary,
            StaticDetails = staticDetails,
            Kind = kind,
            PreviousResetPoints = previousResetPoints is null ? ResetPointList.Empty : ResetPointList.Of(previousResetPoints),
            ConcurrencyKey = concurrencyKey,
            Admission = admission,
            DebouncedSince = debouncedSince,
        };
    }
}
