using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Checks requests, and sends each to the owner of its workflow.</summary>
internal sealed partial class Frontend(ShardOwner[] owners, OwnerServices services, TaskQueueConfig taskQueues, ListReader lists, INamespaceService namespaces, EngineOptions options) : IWorkflowService, IActivityReports
{
    private readonly RequestValidation _validation = new(options.Limits, services.SearchAttributeTypes);

    /// <inheritdoc/>
    public INamespaceService Namespaces => namespaces;

    /// <inheritdoc/>
    public Task<StartWorkflowExecutionResponse> StartWorkflowExecutionAsync(StartWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        _validation.Check(request);
        services.Namespaces.RequireForStarts(request.Namespace);
        return SendAsync(new StartRequest(_validation.Typed(request)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StartWorkflowExecutionResponse> SignalWithStartWorkflowExecutionAsync(SignalWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        _validation.Check(request.Start);
        services.Namespaces.RequireForStarts(request.Start.Namespace);
        request = request with { Start = _validation.Typed(request.Start) };
        Requirement.That(
            request.Start.WorkflowIdConflictPolicy != WorkflowIdConflictPolicy.Fail || request.Start.WorkflowIdReusePolicy == WorkflowIdReusePolicy.TerminateIfRunning,
            "WorkflowIdConflictPolicy is Fail; a signal with start needs UseExisting (which is what it is for) or TerminateExisting.");
        _validation.CheckSignal(request.SignalName, "SignalInput", request.SignalInput, request.SignalHeader);
        return SendAsync(new SignalWithStartRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<UpdateWithStartWorkflowExecutionResponse> UpdateWithStartWorkflowExecutionAsync(UpdateWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        _validation.Check(request.Start);
        services.Namespaces.RequireForStarts(request.Start.Namespace);
        request = request with { Start = _validation.Typed(request.Start) };
        _validation.Check(request.Update);
        Requirement.That(request.Start.StartDelay is null, "StartDelay is set; an update with start begins at once.");
        Requirement.That(request.Start.CronSchedule.Length == 0, "CronSchedule is set; an update with start begins at once. Start the workflow and send the update by itself.");
        Requirement.That(request.WaitStage is UpdateStage.Accepted or UpdateStage.Completed, $"WaitStage is {request.WaitStage}; it must be Accepted or Completed.");
        return SendAsync(new UpdateWithStartRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SignalWorkflowExecutionAsync(SignalWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        _validation.CheckSignal(request.SignalName, "Input", request.Input, request.Header);
        SignalRun message = new(request.SignalName, request.Input, request.Header, request.Identity, request.RequestId);
        return SendStepAsync(request.Namespace, request.Execution, message, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RequestCancelWorkflowExecutionAsync(RequestCancelWorkflowExecutionRequest request, CancellationToken cancellationToken) => SendStepAsync(
        request.Namespace,
        request.Execution,
        new RequestCancelRun(request.FirstExecutionRunId, request.Reason, request.Identity, request.RequestId),
        cancellationToken);

    /// <inheritdoc/>
    public Task TerminateWorkflowExecutionAsync(TerminateWorkflowExecutionRequest request, CancellationToken cancellationToken) => SendStepAsync(
        request.Namespace,
        request.Execution,
        new TerminateRun(request.FirstExecutionRunId, request.Reason, request.Details, request.Identity),
        cancellationToken);

    /// <inheritdoc/>
    public Task DeleteWorkflowExecutionAsync(DeleteWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        CheckTarget(request.Namespace, request.Execution);
        return SendAsync(new DeleteRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task PauseWorkflowExecutionAsync(PauseWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        CheckTarget(request.Namespace, request.Execution);
        return SendAsync(new PauseRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task UnpauseWorkflowExecutionAsync(UnpauseWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        SendStepAsync(request.Namespace, request.Execution, new UnpauseRun(request.Reason, request.Identity, request.RequestId), cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionOptionsResponse> UpdateWorkflowExecutionOptionsAsync(UpdateWorkflowExecutionOptionsRequest request, CancellationToken cancellationToken)
    {
        CheckTarget(request.Namespace, request.Execution);
        return SendAsync(new UpdateOptionsRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task OperateActivitiesAsync(OperateActivitiesRequest request, CancellationToken cancellationToken) =>
        SendStepAsync(request.Namespace, request.Execution, new OperateActivities(request.Activities, request.Operation, request.Identity, request.RequestId), cancellationToken);

    /// <inheritdoc/>
    public Task<ResetWorkflowExecutionResponse> ResetWorkflowExecutionAsync(ResetWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        CheckTarget(request.Namespace, request.Execution);
        _validation.CheckLength("Reason", request.Reason);
        _validation.CheckLength("RequestId", request.RequestId);
        if (request.Target is ResetTarget.BuildId)
        {
            _validation.CheckName("BuildId", request.BuildId);
        }

        _validation.Check(request.Operations);
        return SendAsync(new ResetRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<QueryWorkflowResponse> QueryWorkflowAsync(QueryWorkflowRequest request, CancellationToken cancellationToken)
    {
        CheckTarget(request.Namespace, request.Execution);
        _validation.CheckName("QueryType", request.Query.QueryType);
        _validation.CheckPayloads("Arguments", request.Query.Arguments);
        _validation.CheckHeader(request.Query.Header);
        return SendAsync(new QueryRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionResponse> UpdateWorkflowExecutionAsync(UpdateWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        CheckTarget(request.Namespace, request.Execution);
        _validation.Check(request.Update);
        return SendAsync(new UpdateWorkflowRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionResponse> PollWorkflowExecutionUpdateAsync(PollWorkflowExecutionUpdateRequest request, CancellationToken cancellationToken)
    {
        CheckTarget(request.Namespace, request.Execution);
        return SendAsync(new PollUpdateRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WorkflowExecutionDescription> DescribeWorkflowExecutionAsync(DescribeWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        CheckTarget(request.Namespace, request.Execution);
        return services.Archive.OrArchivedAsync(
            SendAsync(new DescribeRequest(request), cancellationToken),
            new WorkflowKey(request.Namespace, request.Execution.WorkflowId),
            request.Execution.RunId,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<GetWorkflowExecutionHistoryResponse> GetWorkflowExecutionHistoryAsync(GetWorkflowExecutionHistoryRequest request, CancellationToken cancellationToken)
    {
        CheckTarget(request.Namespace, request.Execution);
        Requirement.That(request.FirstEventId >= 1, $"FirstEventId is {request.FirstEventId}; it must be at least 1.");
        Requirement.That(request.MaximumEvents is >= 1 and <= 10_000, $"MaximumEvents is {request.MaximumEvents}; it must be 1 to 10,000.");
        return services.Archive.OrArchivedAsync(SendAsync(new HistoryRequest(request), cancellationToken), request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ListWorkflowExecutionsResponse> ListWorkflowExecutionsAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken)
    {
        CheckNamespace(request.Namespace);
        Requirement.That(request.PageSize is >= 1 and <= 1_000, $"PageSize is {request.PageSize}; it must be 1 to 1,000.");
        return request.Archived ? services.Archive.ListAsync(request, cancellationToken) : lists.ReadAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueRequest request, CancellationToken cancellationToken)
    {
        CheckNamespace(request.Namespace);
        _validation.CheckName("TaskQueue", request.TaskQueue);
        return Task.FromResult(services.Matching.Describe(request.Namespace, request.TaskQueue));
    }

    /// <inheritdoc/>
    public Task UpdateTaskQueueConfigAsync(UpdateTaskQueueConfigRequest request, CancellationToken cancellationToken)
    {
        CheckNamespace(request.Namespace);
        _validation.CheckName("TaskQueue", request.TaskQueue);
        request.Limits?.Validate();
        return taskQueues.UpdateAsync(request.Namespace, request.TaskQueue, request.Limits, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CountWorkflowExecutionsResponse> CountWorkflowExecutionsAsync(CountWorkflowExecutionsRequest request, CancellationToken cancellationToken)
    {
        CheckNamespace(request.Namespace);
        return lists.CountAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest request, CancellationToken cancellationToken)
    {
        _validation.CheckPayloads("Details", request.Details);
        return SendInternalAsync(new HeartbeatRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RespondActivityTaskAsync(RespondActivityTaskRequest request, CancellationToken cancellationToken) =>
        SendInternalAsync(new RespondActivityRequest(Limited(request)), cancellationToken);

    /// <inheritdoc/>
    public void Report(RespondActivityTaskRequest request, IReportReceipt receipt) =>
        HoldfastEngine.OwnerOf(owners, request.Activity.Workflow).PostReport(new ActivityReport(Limited(request), receipt));

    /// <inheritdoc/>
    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatByIdAsync(RecordActivityTaskHeartbeatByIdRequest request, CancellationToken cancellationToken)
    {
        request = request with { Execution = ActivityTarget(request.Namespace, request.Execution, request.ActivityId) };
        _validation.CheckPayloads("Details", request.Details);
        return SendAsync(new HeartbeatByIdRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RespondActivityTaskByIdAsync(RespondActivityTaskByIdRequest request, CancellationToken cancellationToken)
    {
        request = request with { Execution = ActivityTarget(request.Namespace, request.Execution, request.ActivityId) };
        return SendAsync(new RespondActivityByIdRequest(request, _validation.Limited(request.Outcome)), cancellationToken);
    }

    private RespondActivityTaskRequest Limited(RespondActivityTaskRequest request)
    {
        var outcome = _validation.Limited(request.Outcome);
        return ReferenceEquals(outcome, request.Outcome) ? request : request with { Outcome = outcome };
    }

    private Task<object?> SendStepAsync(string @namespace, WorkflowExecution execution, RunMessage message, CancellationToken cancellationToken)
    {
        CheckTarget(@namespace, execution);
        return SendAsync(new RunStepRequest(new WorkflowKey(@namespace, execution.WorkflowId), execution.RunId, message), cancellationToken);
    }

    private void CheckTarget(string @namespace, WorkflowExecution execution)
    {
        CheckNamespace(@namespace);
        _validation.CheckName("WorkflowId", execution.WorkflowId);
        if (StandaloneActivity.Is(execution.WorkflowId))
        {
            throw new HoldfastException(ErrorCodes.NotFound, $"There is no workflow with ID '{execution.WorkflowId}': an activity that a client started has it. Use the calls for activities.");
        }
    }

    private void CheckNamespace(string @namespace)
    {
        _validation.CheckName("Namespace", @namespace);
        services.Namespaces.Require(@namespace);
    }

    private Task<TResult> SendAsync<TResult>(OwnerRequest<TResult> request, CancellationToken cancellationToken)
    {
        if (!HoldfastEngine.OwnerOf(owners, request.Workflow).Mailbox.TryPostRequest(request))
        {
            throw new HoldfastException(ErrorCodes.ResourceExhausted, $"More than {options.MaximumWaitingRequests} requests wait for the engine. Send it again in a moment, with the same request ID.");
        }

        return WithCancellation(request, cancellationToken);
    }

    /// <summary>Reports of workers are bounded by the workers' slots, and must get through when clients press.</summary>
    private Task<TResult> SendInternalAsync<TResult>(OwnerRequest<TResult> request, CancellationToken cancellationToken)
    {
        HoldfastEngine.OwnerOf(owners, request.Workflow).PostReport(request);
        return WithCancellation(request, cancellationToken);
    }

    private static Task<TResult> WithCancellation<TResult>(OwnerRequest<TResult> request, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
        {
            return request.Completion;
        }

        var registration = cancellationToken.UnsafeRegister(static (state, token) => ((OwnerRequest<TResult>)state!).Abandon(token), request);
        _ = request.Completion.ContinueWith(static (_, state) => ((CancellationTokenRegistration)state!).Dispose(), registration, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return request.Completion;
    }
}
