using Holdfast.Protocol;

namespace Holdfast.Hosting;

/// <summary>The engine's service while the host runs; refuses clearly before and after.</summary>
internal sealed partial class HostedWorkflowService : IWorkflowService
{
    private volatile IWorkflowService? _inner;

    private IWorkflowService Inner => _inner ?? throw new HoldfastException(
        ErrorCodes.Unavailable,
        "Holdfast is not running: its host has not started yet, or is stopping. Start the host (await host.StartAsync()) before you use the client.");

    /// <inheritdoc/>
    public INamespaceService Namespaces => Inner.Namespaces;

    public void Open(IWorkflowService inner) => _inner = inner;

    public void Close() => _inner = null;

    /// <inheritdoc/>
    public Task<StartWorkflowExecutionResponse> StartWorkflowExecutionAsync(StartWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.StartWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<StartWorkflowExecutionResponse> SignalWithStartWorkflowExecutionAsync(SignalWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.SignalWithStartWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateWithStartWorkflowExecutionResponse> UpdateWithStartWorkflowExecutionAsync(UpdateWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.UpdateWithStartWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task SignalWorkflowExecutionAsync(SignalWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.SignalWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task RequestCancelWorkflowExecutionAsync(RequestCancelWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.RequestCancelWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task TerminateWorkflowExecutionAsync(TerminateWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.TerminateWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteWorkflowExecutionAsync(DeleteWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.DeleteWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task PauseWorkflowExecutionAsync(PauseWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.PauseWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task UnpauseWorkflowExecutionAsync(UnpauseWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.UnpauseWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionOptionsResponse> UpdateWorkflowExecutionOptionsAsync(UpdateWorkflowExecutionOptionsRequest request, CancellationToken cancellationToken) => Inner.UpdateWorkflowExecutionOptionsAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task OperateActivitiesAsync(OperateActivitiesRequest request, CancellationToken cancellationToken) => Inner.OperateActivitiesAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ResetWorkflowExecutionResponse> ResetWorkflowExecutionAsync(ResetWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.ResetWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<QueryWorkflowResponse> QueryWorkflowAsync(QueryWorkflowRequest request, CancellationToken cancellationToken) => Inner.QueryWorkflowAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionResponse> UpdateWorkflowExecutionAsync(UpdateWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.UpdateWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionResponse> PollWorkflowExecutionUpdateAsync(PollWorkflowExecutionUpdateRequest request, CancellationToken cancellationToken) => Inner.PollWorkflowExecutionUpdateAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<WorkflowExecutionDescription> DescribeWorkflowExecutionAsync(DescribeWorkflowExecutionRequest request, CancellationToken cancellationToken) => Inner.DescribeWorkflowExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetWorkflowExecutionHistoryResponse> GetWorkflowExecutionHistoryAsync(GetWorkflowExecutionHistoryRequest request, CancellationToken cancellationToken) => Inner.GetWorkflowExecutionHistoryAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListWorkflowExecutionsResponse> ListWorkflowExecutionsAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken) => Inner.ListWorkflowExecutionsAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueRequest request, CancellationToken cancellationToken) => Inner.DescribeTaskQueueAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task UpdateTaskQueueConfigAsync(UpdateTaskQueueConfigRequest request, CancellationToken cancellationToken) => Inner.UpdateTaskQueueConfigAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<CountWorkflowExecutionsResponse> CountWorkflowExecutionsAsync(CountWorkflowExecutionsRequest request, CancellationToken cancellationToken) => Inner.CountWorkflowExecutionsAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest request, CancellationToken cancellationToken) => Inner.RecordActivityTaskHeartbeatAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task RespondActivityTaskAsync(RespondActivityTaskRequest request, CancellationToken cancellationToken) => Inner.RespondActivityTaskAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatByIdAsync(RecordActivityTaskHeartbeatByIdRequest request, CancellationToken cancellationToken) => Inner.RecordActivityTaskHeartbeatByIdAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task RespondActivityTaskByIdAsync(RespondActivityTaskByIdRequest request, CancellationToken cancellationToken) => Inner.RespondActivityTaskByIdAsync(request, cancellationToken);
}
