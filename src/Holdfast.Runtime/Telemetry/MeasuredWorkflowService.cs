using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A service whose calls are measured while somebody listens.</summary>
internal sealed partial class MeasuredWorkflowService(Frontend inner, CallInstruments instruments) : IWorkflowService, IActivityReports
{
    /// <inheritdoc/>
    public INamespaceService Namespaces { get; } = new MeasuredNamespaceService(inner.Namespaces, instruments);

    /// <inheritdoc/>
    public Task<StartWorkflowExecutionResponse> StartWorkflowExecutionAsync(StartWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("StartWorkflowExecution", request, static (s, r, c) => s.StartWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<StartWorkflowExecutionResponse> SignalWithStartWorkflowExecutionAsync(SignalWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("SignalWithStartWorkflowExecution", request, static (s, r, c) => s.SignalWithStartWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateWithStartWorkflowExecutionResponse> UpdateWithStartWorkflowExecutionAsync(UpdateWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("UpdateWithStartWorkflowExecution", request, static (s, r, c) => s.UpdateWithStartWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task SignalWorkflowExecutionAsync(SignalWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("SignalWorkflowExecution", request, static (s, r, c) => s.SignalWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task RequestCancelWorkflowExecutionAsync(RequestCancelWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("RequestCancelWorkflowExecution", request, static (s, r, c) => s.RequestCancelWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task TerminateWorkflowExecutionAsync(TerminateWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("TerminateWorkflowExecution", request, static (s, r, c) => s.TerminateWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task PauseWorkflowExecutionAsync(PauseWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("PauseWorkflowExecution", request, static (s, r, c) => s.PauseWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task UnpauseWorkflowExecutionAsync(UnpauseWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("UnpauseWorkflowExecution", request, static (s, r, c) => s.UnpauseWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<QueryWorkflowResponse> QueryWorkflowAsync(QueryWorkflowRequest request, CancellationToken cancellationToken) =>
        Send("QueryWorkflow", request, static (s, r, c) => s.QueryWorkflowAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionResponse> UpdateWorkflowExecutionAsync(UpdateWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("UpdateWorkflowExecution", request, static (s, r, c) => s.UpdateWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionResponse> PollWorkflowExecutionUpdateAsync(PollWorkflowExecutionUpdateRequest request, CancellationToken cancellationToken) =>
        Send("PollWorkflowExecutionUpdate", request, static (s, r, c) => s.PollWorkflowExecutionUpdateAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<WorkflowExecutionDescription> DescribeWorkflowExecutionAsync(DescribeWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("DescribeWorkflowExecution", request, static (s, r, c) => s.DescribeWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<GetWorkflowExecutionHistoryResponse> GetWorkflowExecutionHistoryAsync(GetWorkflowExecutionHistoryRequest request, CancellationToken cancellationToken) =>
        Send("GetWorkflowExecutionHistory", request, static (s, r, c) => s.GetWorkflowExecutionHistoryAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<ListWorkflowExecutionsResponse> ListWorkflowExecutionsAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken) =>
        Send("ListWorkflowExecutions", request, static (s, r, c) => s.ListWorkflowExecutionsAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueRequest request, CancellationToken cancellationToken) =>
        Send("DescribeTaskQueue", request, static (s, r, c) => s.DescribeTaskQueueAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task UpdateTaskQueueConfigAsync(UpdateTaskQueueConfigRequest request, CancellationToken cancellationToken) =>
        Send("UpdateTaskQueueConfig", request, static (s, r, c) => s.UpdateTaskQueueConfigAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<CountWorkflowExecutionsResponse> CountWorkflowExecutionsAsync(CountWorkflowExecutionsRequest request, CancellationToken cancellationToken) =>
        Send("CountWorkflowExecutions", request, static (s, r, c) => s.CountWorkflowExecutionsAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest request, CancellationToken cancellationToken) =>
        Send("RecordActivityTaskHeartbeat", request, static (s, r, c) => s.RecordActivityTaskHeartbeatAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task RespondActivityTaskAsync(RespondActivityTaskRequest request, CancellationToken cancellationToken) =>
        Send("RespondActivityTask", request, static (s, r, c) => s.RespondActivityTaskAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatByIdAsync(RecordActivityTaskHeartbeatByIdRequest request, CancellationToken cancellationToken) =>
        Send("RecordActivityTaskHeartbeatById", request, static (s, r, c) => s.RecordActivityTaskHeartbeatByIdAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task RespondActivityTaskByIdAsync(RespondActivityTaskByIdRequest request, CancellationToken cancellationToken) =>
        Send("RespondActivityTaskById", request, static (s, r, c) => s.RespondActivityTaskByIdAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateWorkflowExecutionOptionsResponse> UpdateWorkflowExecutionOptionsAsync(UpdateWorkflowExecutionOptionsRequest request, CancellationToken cancellationToken) =>
        Send("UpdateWorkflowExecutionOptions", request, static (s, r, c) => s.UpdateWorkflowExecutionOptionsAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task OperateActivitiesAsync(OperateActivitiesRequest request, CancellationToken cancellationToken) =>
        Send("OperateActivities", request, static (s, r, c) => s.OperateActivitiesAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<ResetWorkflowExecutionResponse> ResetWorkflowExecutionAsync(ResetWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("ResetWorkflowExecution", request, static (s, r, c) => s.ResetWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task DeleteWorkflowExecutionAsync(DeleteWorkflowExecutionRequest request, CancellationToken cancellationToken) =>
        Send("DeleteWorkflowExecution", request, static (s, r, c) => s.DeleteWorkflowExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public void Report(RespondActivityTaskRequest request, IReportReceipt receipt) =>
        inner.Report(request, instruments.Enabled ? new MeasuredReceipt(receipt, instruments) : receipt);

    private Task<TResult> Send<TRequest, TResult>(string operation, TRequest request, Func<IWorkflowService, TRequest, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken) =>
        instruments.Enabled ? MeasureAsync(operation, request, call, cancellationToken) : call(inner, request, cancellationToken);

    private Task Send<TRequest>(string operation, TRequest request, Func<IWorkflowService, TRequest, CancellationToken, Task> call, CancellationToken cancellationToken) =>
        instruments.Enabled ? MeasureAsync(operation, request, call, cancellationToken) : call(inner, request, cancellationToken);

    /// <summary>A method of its own, so that what is captured costs nothing while nobody listens.</summary>
    private Task<TResult> MeasureAsync<TRequest, TResult>(string operation, TRequest request, Func<IWorkflowService, TRequest, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken) =>
        instruments.MeasureAsync(operation, () => call(inner, request, cancellationToken));

    private Task MeasureAsync<TRequest>(string operation, TRequest request, Func<IWorkflowService, TRequest, CancellationToken, Task> call, CancellationToken cancellationToken) =>
        instruments.MeasureAsync(operation, () => call(inner, request, cancellationToken));
}
