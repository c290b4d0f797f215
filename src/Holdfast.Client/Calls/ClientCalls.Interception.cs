using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>The innermost of the client's interceptors.</content>
internal sealed partial class ClientCalls : ClientOutboundInterceptor
{
    private readonly IReadOnlyList<IClientInterceptor> _interceptors;
    private readonly ClientOutboundInterceptor _chain;

    /// <summary>What clients and handles call: this, with the interceptors around it unless all of them are idle.</summary>
    public ClientOutboundInterceptor Chain => IsIntercepted ? _chain : this;

    private bool IsIntercepted
    {
        get
        {
            for (var i = 0; i < _interceptors.Count; i++)
            {
                if (!_interceptors[i].IsIdle)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Starts a workflow through the interceptors.</summary>
    public Task<StartedRun> StartAsync(StartWorkflowInput input, CancellationToken cancellationToken) => Chain.StartWorkflowAsync(Identified(input), cancellationToken);

    /// <summary>Sends an update through the interceptors.</summary>
    public Task<SentUpdate> StartUpdateAsync(UpdateWorkflowInput input, CancellationToken cancellationToken) =>
        Chain.StartWorkflowUpdateAsync(!IsIntercepted ? input : input with { Options = Identified(input.Options) }, cancellationToken);

    /// <summary>Sends a signal through the interceptors.</summary>
    public Task SignalAsync(SignalWorkflowInput input, CancellationToken cancellationToken) =>
        Chain.SignalWorkflowAsync(IsIntercepted && input.Options.RequestId is null ? input with { Options = input.Options with { RequestId = NewId() } } : input, cancellationToken);

    /// <summary>A start with the IDs that it will have: interceptors see them, and may call again without starting twice.</summary>
    public StartWorkflowInput Identified(StartWorkflowInput input) =>
        IsIntercepted ? input with { Options = input.Options with { Id = input.Options.Id ?? NewId(), RequestId = input.Options.RequestId ?? NewId() } } : input;

    /// <summary>An update with the ID that it will have: interceptors see it too.</summary>
    public WorkflowUpdateOptions Identified(WorkflowUpdateOptions options) => !IsIntercepted || options.UpdateId is not null ? options : options with { UpdateId = NewId() };

    /// <inheritdoc/>
    public override Task<StartedRun> SignalWithStartWorkflowAsync(SignalWithStartInput input, CancellationToken cancellationToken) =>
        SignalWithStartAsync(input.Start, input.Signal, input.SignalArguments, input.SignalHeaders, cancellationToken);

    /// <inheritdoc/>
    public override Task<(StartedRun Run, SentUpdate Update)> UpdateWithStartWorkflowAsync(UpdateWithStartInput input, CancellationToken cancellationToken) =>
        UpdateWithStartAsync(input.Start, new UpdateWorkflowInput(default, input.Update, input.UpdateArguments, input.UpdateOptions, input.WaitForStage) { Headers = input.UpdateHeaders }, cancellationToken);

    /// <inheritdoc/>
    public override Task<UpdateWorkflowExecutionResponse> PollWorkflowUpdateAsync(PollUpdateInput input, CancellationToken cancellationToken) =>
        PollUpdateAsync(input.Execution, input.UpdateId, cancellationToken);

    /// <inheritdoc/>
    public override Task<Payloads> GetWorkflowResultAsync(GetWorkflowResultInput input, CancellationToken cancellationToken) =>
        RunResult.WaitAsync(this, input.Execution, input.FollowRuns, cancellationToken);

    /// <inheritdoc/>
    public override Task CancelWorkflowAsync(CancelWorkflowInput input, CancellationToken cancellationToken) =>
        CancelWorkflowAsync(input.Execution, input.FirstExecutionRunId, input.Reason, cancellationToken);

    /// <inheritdoc/>
    public override Task TerminateWorkflowAsync(TerminateWorkflowInput input, CancellationToken cancellationToken) =>
        TerminateWorkflowAsync(input.Execution, input.FirstExecutionRunId, input.Reason, input.Details, cancellationToken);

    /// <inheritdoc/>
    public override Task DeleteWorkflowAsync(DeleteWorkflowInput input, CancellationToken cancellationToken) =>
        DeleteWorkflowAsync(input.Execution, cancellationToken);

    /// <inheritdoc/>
    public override Task PauseWorkflowAsync(PauseWorkflowInput input, CancellationToken cancellationToken) =>
        PauseWorkflowAsync(input.Execution, input.Reason, cancellationToken);

    /// <inheritdoc/>
    public override Task UnpauseWorkflowAsync(UnpauseWorkflowInput input, CancellationToken cancellationToken) =>
        UnpauseWorkflowAsync(input.Execution, input.Reason, cancellationToken);

    /// <inheritdoc/>
    public override Task<RunId> ResetWorkflowAsync(ResetWorkflowInput input, CancellationToken cancellationToken) =>
        ResetWorkflowAsync(input.Execution, input.Options, cancellationToken);

    /// <inheritdoc/>
    public override Task<Priority?> UpdatePriorityAsync(UpdatePriorityInput input, CancellationToken cancellationToken) =>
        UpdatePriorityAsync(input.Execution, input.Priority, input.Fields, cancellationToken);

    /// <inheritdoc/>
    public override Task OperateActivitiesAsync(OperateActivitiesInput input, CancellationToken cancellationToken) =>
        OperateActivitiesAsync(input.Execution, input.Activities, input.Operation, cancellationToken);

    /// <inheritdoc/>
    public override Task<WorkflowExecutionDescription> DescribeWorkflowAsync(DescribeWorkflowInput input, CancellationToken cancellationToken) =>
        DescribeWorkflowAsync(input.Execution, cancellationToken);

    /// <inheritdoc/>
    public override Task<GetWorkflowExecutionHistoryResponse> FetchHistoryPageAsync(FetchHistoryPageInput input, CancellationToken cancellationToken) =>
        GetHistoryPageAsync(input.Execution, input.FirstEventId, cancellationToken);

    /// <inheritdoc/>
    public override Task<ListWorkflowExecutionsResponse> ListWorkflowsPageAsync(ListWorkflowsPageInput input, CancellationToken cancellationToken) =>
        ListPageAsync(input.Filter, input.PageToken, cancellationToken);

    /// <inheritdoc/>
    public override Task<CountWorkflowExecutionsResponse> CountWorkflowsAsync(CountWorkflowsInput input, CancellationToken cancellationToken) =>
        CountAsync(input.FilterText, cancellationToken);

    /// <inheritdoc/>
    public override Task CompleteActivityAsync(CompleteActivityInput input, CancellationToken cancellationToken) =>
        CompleteActivityAsync(input.Address, input.Result, cancellationToken);

    /// <inheritdoc/>
    public override Task FailActivityAsync(FailActivityInput input, CancellationToken cancellationToken) =>
        FailActivityAsync(input.Address, input.Exception, input.LastHeartbeatDetails, cancellationToken);

    /// <inheritdoc/>
    public override Task ReportActivityCanceledAsync(ReportActivityCanceledInput input, CancellationToken cancellationToken) =>
        ReportActivityCanceledAsync(input.Address, input.Details, cancellationToken);

    /// <inheritdoc/>
    public override Task<bool> HeartbeatActivityAsync(HeartbeatActivityInput input, CancellationToken cancellationToken) =>
        HeartbeatActivityAsync(input.Address, input.Details, cancellationToken);

    /// <inheritdoc/>
    public override Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueInput input, CancellationToken cancellationToken) =>
        DescribeTaskQueueAsync(input.TaskQueue, cancellationToken);

    /// <inheritdoc/>
    public override Task SetTaskQueueLimitsAsync(SetTaskQueueLimitsInput input, CancellationToken cancellationToken) =>
        SetTaskQueueLimitsAsync(input.TaskQueue, input.Limits, cancellationToken);
}
