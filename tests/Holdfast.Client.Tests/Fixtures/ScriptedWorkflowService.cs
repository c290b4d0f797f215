using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

/// <summary>An engine that answers each request as the test scripted it, in order, and keeps what was asked.</summary>
internal sealed partial class ScriptedWorkflowService : IWorkflowService
{
    private readonly Queue<(Type Request, Func<CancellationToken, Task<object?>> Answer)> _script = [];

    /// <summary>Every request so far, in order.</summary>
    public List<object> Requests { get; } = [];

    /// <summary>What answers about namespaces; a test that uses it sets it.</summary>
    public INamespaceService Namespaces { get; set; } = null!;

    /// <summary>The only request so far.</summary>
    public TRequest Single<TRequest>() => Assert.IsType<TRequest>(Assert.Single(Requests));

    public ScriptedWorkflowService Answer<TRequest>(object? response = null) => Then<TRequest>(_ => Task.FromResult(response));

    public ScriptedWorkflowService Fail<TRequest>(ErrorCode code) => Then<TRequest>(_ => Task.FromException<object?>(new HoldfastException(code, "as scripted")));

    public ScriptedWorkflowService Then<TRequest>(Func<CancellationToken, Task<object?>> answer)
    {
        _script.Enqueue((typeof(TRequest), answer));
        return this;
    }

    /// <summary>Asserts that every scripted answer was used.</summary>
    public void AssertFinished() => Assert.Empty(_script);

    public Task<StartWorkflowExecutionResponse> StartWorkflowExecutionAsync(StartWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<StartWorkflowExecutionResponse>(request, cancellationToken);

    public Task<StartWorkflowExecutionResponse> SignalWithStartWorkflowExecutionAsync(SignalWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<StartWorkflowExecutionResponse>(request, cancellationToken);

    public Task<UpdateWithStartWorkflowExecutionResponse> UpdateWithStartWorkflowExecutionAsync(UpdateWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<UpdateWithStartWorkflowExecutionResponse>(request, cancellationToken);

    public Task SignalWorkflowExecutionAsync(SignalWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task RequestCancelWorkflowExecutionAsync(RequestCancelWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task TerminateWorkflowExecutionAsync(TerminateWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task DeleteWorkflowExecutionAsync(DeleteWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task PauseWorkflowExecutionAsync(PauseWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task UnpauseWorkflowExecutionAsync(UnpauseWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task<UpdateWorkflowExecutionOptionsResponse> UpdateWorkflowExecutionOptionsAsync(UpdateWorkflowExecutionOptionsRequest request, CancellationToken cancellationToken) => PlayAsync<UpdateWorkflowExecutionOptionsResponse>(request, cancellationToken);

    public Task OperateActivitiesAsync(OperateActivitiesRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task<ResetWorkflowExecutionResponse> ResetWorkflowExecutionAsync(ResetWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<ResetWorkflowExecutionResponse>(request, cancellationToken);

    public Task<QueryWorkflowResponse> QueryWorkflowAsync(QueryWorkflowRequest request, CancellationToken cancellationToken) => PlayAsync<QueryWorkflowResponse>(request, cancellationToken);

    public Task<UpdateWorkflowExecutionResponse> UpdateWorkflowExecutionAsync(UpdateWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<UpdateWorkflowExecutionResponse>(request, cancellationToken);

    public Task<UpdateWorkflowExecutionResponse> PollWorkflowExecutionUpdateAsync(PollWorkflowExecutionUpdateRequest request, CancellationToken cancellationToken) => PlayAsync<UpdateWorkflowExecutionResponse>(request, cancellationToken);

    public Task<WorkflowExecutionDescription> DescribeWorkflowExecutionAsync(DescribeWorkflowExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<WorkflowExecutionDescription>(request, cancellationToken);

    public Task<GetWorkflowExecutionHistoryResponse> GetWorkflowExecutionHistoryAsync(GetWorkflowExecutionHistoryRequest request, CancellationToken cancellationToken) => PlayAsync<GetWorkflowExecutionHistoryResponse>(request, cancellationToken);

    public Task<ListWorkflowExecutionsResponse> ListWorkflowExecutionsAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken) => PlayAsync<ListWorkflowExecutionsResponse>(request, cancellationToken);

    public Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueRequest request, CancellationToken cancellationToken) => PlayAsync<TaskQueueDescription>(request, cancellationToken);

    public Task UpdateTaskQueueConfigAsync(UpdateTaskQueueConfigRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task<CountWorkflowExecutionsResponse> CountWorkflowExecutionsAsync(CountWorkflowExecutionsRequest request, CancellationToken cancellationToken) => PlayAsync<CountWorkflowExecutionsResponse>(request, cancellationToken);

    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest request, CancellationToken cancellationToken) => PlayAsync<RecordActivityTaskHeartbeatResponse>(request, cancellationToken);

    public Task RespondActivityTaskAsync(RespondActivityTaskRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatByIdAsync(RecordActivityTaskHeartbeatByIdRequest request, CancellationToken cancellationToken) => PlayAsync<RecordActivityTaskHeartbeatResponse>(request, cancellationToken);

    public Task RespondActivityTaskByIdAsync(RespondActivityTaskByIdRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    private async Task<TResponse> PlayAsync<TResponse>(object request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Assert.True(_script.TryDequeue(out var next), $"The script ended, but {request} was asked.");
        Assert.Equal(next.Request, request.GetType());
        return (TResponse)(await next.Answer(cancellationToken))!;
    }
}
