using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>The engine as the worker's activities see it: reports wake the pump, and those of a process that has ended go nowhere.</summary>
internal sealed partial class WorkerReports(EnvironmentProcess process) : IWorkflowService
{
    /// <inheritdoc/>
    public INamespaceService Namespaces => throw NotForWorkers();

    /// <inheritdoc/>
    public async Task RespondActivityTaskAsync(RespondActivityTaskRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await Send(s => s.RespondActivityTaskAsync(request, cancellationToken));
        }
        finally
        {
            process.Attempts.Remove(request.Activity);
        }
    }

    /// <inheritdoc/>
    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatByIdAsync(RecordActivityTaskHeartbeatByIdRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task RespondActivityTaskByIdAsync(RespondActivityTaskByIdRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task UpdateTaskQueueConfigAsync(UpdateTaskQueueConfigRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public async Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest request, CancellationToken cancellationToken) =>
        await Send(s => s.RecordActivityTaskHeartbeatAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<StartWorkflowExecutionResponse> StartWorkflowExecutionAsync(StartWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<StartWorkflowExecutionResponse> SignalWithStartWorkflowExecutionAsync(SignalWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<UpdateWithStartWorkflowExecutionResponse> UpdateWithStartWorkflowExecutionAsync(UpdateWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task SignalWorkflowExecutionAsync(SignalWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task RequestCancelWorkflowExecutionAsync(RequestCancelWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task TerminateWorkflowExecutionAsync(TerminateWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task DeleteWorkflowExecutionAsync(DeleteWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task PauseWorkflowExecutionAsync(PauseWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task UnpauseWorkflowExecutionAsync(UnpauseWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionOptionsResponse> UpdateWorkflowExecutionOptionsAsync(UpdateWorkflowExecutionOptionsRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task OperateActivitiesAsync(OperateActivitiesRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<ResetWorkflowExecutionResponse> ResetWorkflowExecutionAsync(ResetWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<QueryWorkflowResponse> QueryWorkflowAsync(QueryWorkflowRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionResponse> UpdateWorkflowExecutionAsync(UpdateWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionResponse> PollWorkflowExecutionUpdateAsync(PollWorkflowExecutionUpdateRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<WorkflowExecutionDescription> DescribeWorkflowExecutionAsync(DescribeWorkflowExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<GetWorkflowExecutionHistoryResponse> GetWorkflowExecutionHistoryAsync(GetWorkflowExecutionHistoryRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<ListWorkflowExecutionsResponse> ListWorkflowExecutionsAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<CountWorkflowExecutionsResponse> CountWorkflowExecutionsAsync(CountWorkflowExecutionsRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    private T Send<T>(Func<IWorkflowService, T> report) => process.HasEnded
        ? throw new HoldfastException(ErrorCodes.StaleAttempt, "The process that ran the attempt has ended.")
        : process.Send(report);

    private static HoldfastException NotForWorkers() => new(ErrorCodes.InvariantBroken, "A worker reports about activities only. This is a defect of Holdfast; please report it.");
}
