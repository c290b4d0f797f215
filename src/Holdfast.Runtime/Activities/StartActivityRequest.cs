using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client starts an activity: a run begins that executes it. Policies of IDs are those of workflows.</summary>
internal sealed class StartActivityRequest(StartActivityExecutionRequest request, StartWorkflowExecutionRequest start) : WorkflowStartRequest<StartActivityExecutionResponse>(start)
{
    /// <summary>The start of the run that executes the activity. Its arguments go into the event that schedules the activity.</summary>
    public static StartWorkflowExecutionRequest StartOf(StartActivityExecutionRequest request) => new()
    {
        Namespace = request.Namespace,
        WorkflowId = StandaloneActivity.WorkflowIdOf(request.ActivityId),
        WorkflowType = request.ActivityType,
        TaskQueue = request.TaskQueue,
        RequestId = request.RequestId,
        WorkflowIdReusePolicy = (WorkflowIdReusePolicy)request.IdReusePolicy,
        WorkflowIdConflictPolicy = (WorkflowIdConflictPolicy)request.IdConflictPolicy,
        OnConflict = request.OnConflict,
        StartDelay = request.StartDelay,
        SearchAttributes = request.SearchAttributes,
        Priority = request.Priority,
        StaticSummary = request.StaticSummary,
        StaticDetails = request.StaticDetails,
        Identity = request.Identity,
    };

    protected override StartRun NewRun(WorkflowExecutionStarted started, RunId runId) => new(Workflow, runId, started with { Kind = RunKind.Activity }, ActivityOf(request));

    protected override void UseStarted(ShardOwner owner, RunEntry run) => Answer(owner, new StartActivityExecutionResponse(run.RunId, Started: true));

    protected override void UseExisting(ShardOwner owner, RunEntry run) => UseEarlier(owner, run.RunId);

    protected override void UseEarlier(ShardOwner owner, RunId runId) => Answer(owner, new StartActivityExecutionResponse(runId, Started: false));

    private static ScheduleActivityTaskCommand ActivityOf(StartActivityExecutionRequest request) => new()
    {
        ActivityId = request.ActivityId,
        ActivityType = request.ActivityType,
        TaskQueue = request.TaskQueue,
        Input = request.Input,
        Header = request.Header,
        ScheduleToCloseTimeout = request.ScheduleToCloseTimeout,
        ScheduleToStartTimeout = request.ScheduleToStartTimeout,
        StartToCloseTimeout = request.StartToCloseTimeout,
        HeartbeatTimeout = request.HeartbeatTimeout,
        RetryPolicy = request.RetryPolicy,
        ConcurrencyKey = request.ConcurrencyKey,
    };
}
