using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>The engine as clients see it: calls are noted, so that time may pass for them, and go to the process that is up.</summary>
internal sealed partial class EnvironmentService(Func<EnvironmentProcess> process) : IWorkflowService
{
    /// <inheritdoc/>
    public INamespaceService Namespaces { get; } = new EnvironmentNamespaceService(process);

    /// <inheritdoc/>
    public Task<StartWorkflowExecutionResponse> StartWorkflowExecutionAsync(StartWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.StartWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<StartWorkflowExecutionResponse> SignalWithStartWorkflowExecutionAsync(SignalWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.SignalWithStartWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<UpdateWithStartWorkflowExecutionResponse> UpdateWithStartWorkflowExecutionAsync(UpdateWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.UpdateWithStartWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task SignalWorkflowExecutionAsync(SignalWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.SignalWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task RequestCancelWorkflowExecutionAsync(RequestCancelWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.RequestCancelWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task TerminateWorkflowExecutionAsync(TerminateWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.TerminateWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task DeleteWorkflowExecutionAsync(DeleteWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.DeleteWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task PauseWorkflowExecutionAsync(PauseWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.PauseWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task UnpauseWorkflowExecutionAsync(UnpauseWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.UnpauseWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionOptionsResponse> UpdateWorkflowExecutionOptionsAsync(UpdateWorkflowExecutionOptionsRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.UpdateWorkflowExecutionOptionsAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task OperateActivitiesAsync(OperateActivitiesRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.OperateActivitiesAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ResetWorkflowExecutionResponse> ResetWorkflowExecutionAsync(ResetWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.ResetWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<QueryWorkflowResponse> QueryWorkflowAsync(QueryWorkflowRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.QueryWorkflowAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionResponse> UpdateWorkflowExecutionAsync(UpdateWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.UpdateWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionResponse> PollWorkflowExecutionUpdateAsync(PollWorkflowExecutionUpdateRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.PollWorkflowExecutionUpdateAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<WorkflowExecutionDescription> DescribeWorkflowExecutionAsync(DescribeWorkflowExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.DescribeWorkflowExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<GetWorkflowExecutionHistoryResponse> GetWorkflowExecutionHistoryAsync(GetWorkflowExecutionHistoryRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.GetWorkflowExecutionHistoryAsync(request, cancellationToken));

    /// <summary>Lists. Takes several answers of the engine, which need no time, so it is not noted.</summary>
    public Task<ListWorkflowExecutionsResponse> ListWorkflowExecutionsAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken) => process().SendAsync(s => s.ListWorkflowExecutionsAsync(request, cancellationToken));

    /// <summary>Counts; see listing.</summary>
    public Task<CountWorkflowExecutionsResponse> CountWorkflowExecutionsAsync(CountWorkflowExecutionsRequest request, CancellationToken cancellationToken) => process().SendAsync(s => s.CountWorkflowExecutionsAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.DescribeTaskQueueAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task UpdateTaskQueueConfigAsync(UpdateTaskQueueConfigRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.UpdateTaskQueueConfigAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.RecordActivityTaskHeartbeatAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task RespondActivityTaskAsync(RespondActivityTaskRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.RespondActivityTaskAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatByIdAsync(RecordActivityTaskHeartbeatByIdRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.RecordActivityTaskHeartbeatByIdAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task RespondActivityTaskByIdAsync(RespondActivityTaskByIdRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.RespondActivityTaskByIdAsync(request, cancellationToken));
}
