using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

/// <content>Activities that clients start.</content>
internal sealed partial class ScriptedWorkflowService
{
    public Task<StartActivityExecutionResponse> StartActivityExecutionAsync(StartActivityExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<StartActivityExecutionResponse>(request, cancellationToken);

    public Task<ActivityExecutionDescription> DescribeActivityExecutionAsync(DescribeActivityExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<ActivityExecutionDescription>(request, cancellationToken);

    public Task<PollActivityExecutionResponse> PollActivityExecutionAsync(PollActivityExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<PollActivityExecutionResponse>(request, cancellationToken);

    public Task<ListActivityExecutionsResponse> ListActivityExecutionsAsync(ListActivityExecutionsRequest request, CancellationToken cancellationToken) => PlayAsync<ListActivityExecutionsResponse>(request, cancellationToken);

    public Task<CountActivityExecutionsResponse> CountActivityExecutionsAsync(CountActivityExecutionsRequest request, CancellationToken cancellationToken) => PlayAsync<CountActivityExecutionsResponse>(request, cancellationToken);

    public Task RequestCancelActivityExecutionAsync(RequestCancelActivityExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task TerminateActivityExecutionAsync(TerminateActivityExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task OperateActivityExecutionAsync(OperateActivityExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);

    public Task DeleteActivityExecutionAsync(DeleteActivityExecutionRequest request, CancellationToken cancellationToken) => PlayAsync<object?>(request, cancellationToken);
}
