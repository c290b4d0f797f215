using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Makes the first event of new runs.</summary>
internal static class StartedEvents
{
    /// <summary>For a client's request.</summary>
    public static WorkflowExecutionStarted OfRequest(StartWorkflowExecutionRequest request, RunId runId, DateTimeOffset now, EngineLimits limits) => new()
    {
        WorkflowType = request.WorkflowType,
        TaskQueue = request.TaskQueue,
        Input = request.Input,
        Identity = request.Identity,
        RequestId = request.RequestId,
        WorkflowExecutionTimeout = request.WorkflowExecutionTimeout,
        WorkflowExecutionExpirationTime = now + request.WorkflowExecutionTimeout,
        WorkflowRunTimeout = request.WorkflowRunTimeout ?? request.WorkflowExecutionTimeout,
        WorkflowTaskTimeout = TaskTimeout(request.WorkflowTaskTimeout, limits),
        RetryPolicy = request.RetryPolicy,
        FirstWorkflowTaskBackoff = request.CronSchedule.Length == 0 ? request.StartDelay : CronSchedule.Parse(request.CronSchedule).NextAfter(now) - now,
        CronSchedule = request.CronSchedule,
        ConcurrencyKey = request.ConcurrencyKey,
        Priority = request.Priority,
        StaticSummary = request.StaticSummary,
        StaticDetails = request.StaticDetails,
        FirstExecutionRunId = runId,
        Memo = request.Memo,
        SearchAttributes = request.SearchAttributes,
        Header = request.Header,
    };

    /// <summary>For a child.</summary>
    public static WorkflowExecutionStarted OfChild(WorkflowKey parent, RunId parentRunId, StartChild start, DateTimeOffset now) => new()
    {
        WorkflowType = start.Initiated.WorkflowType,
        TaskQueue = start.Initiated.TaskQueue,
        Input = start.Initiated.Input,
        RequestId = $"child:{parentRunId}:{start.InitiatedEventId}",
        WorkflowExecutionTimeout = start.Initiated.WorkflowExecutionTimeout,
        WorkflowExecutionExpirationTime = now + start.Initiated.WorkflowExecutionTimeout,
        WorkflowRunTimeout = start.Initiated.WorkflowRunTimeout ?? start.Initiated.WorkflowExecutionTimeout,
        WorkflowTaskTimeout = start.Initiated.WorkflowTaskTimeout,
        RetryPolicy = start.Initiated.RetryPolicy,
        FirstWorkflowTaskBackoff = start.Initiated.CronSchedule.Length == 0 ? null : CronSchedule.Parse(start.Initiated.CronSchedule).NextAfter(now) - now,
        CronSchedule = start.Initiated.CronSchedule,
        ConcurrencyKey = start.Initiated.ConcurrencyKey,
        Priority = start.Initiated.Priority,
        StaticSummary = start.Initiated.StaticSummary,
        StaticDetails = start.Initiated.StaticDetails,
        FirstExecutionRunId = start.Initiated.ChildRunId,
        Parent = new ParentInfo(parent.Namespace, new WorkflowExecution(parent.WorkflowId, parentRunId), start.InitiatedEventId),
        RootWorkflow = start.Root,
        Memo = start.Initiated.Memo,
        SearchAttributes = start.Initiated.SearchAttributes,
        Header = start.Initiated.Header,
    };

    /// <summary>What was asked for was checked; the default is no more than what may be asked for.</summary>
    private static TimeSpan TaskTimeout(TimeSpan? asked, EngineLimits limits) =>
        asked ?? (limits.DefaultWorkflowTaskTimeout < limits.MaximumWorkflowTaskTimeout ? limits.DefaultWorkflowTaskTimeout : limits.MaximumWorkflowTaskTimeout);
}
