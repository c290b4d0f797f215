using Holdfast.Protocol;

namespace Holdfast.Hosting;

/// <content>Activities that clients start.</content>
internal sealed partial class HostedWorkflowService
{
    /// <inheritdoc/>
    public Task<StartActivityExecutionResponse> StartActivityExecutionAsync(StartActivityExecutionRequest request, CancellationToken cancellationToken) => Inner.StartActivityExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ActivityExecutionDescription> DescribeActivityExecutionAsync(DescribeActivityExecutionRequest request, CancellationToken cancellationToken) => Inner.DescribeActivityExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<PollActivityExecutionResponse> PollActivityExecutionAsync(PollActivityExecutionRequest request, CancellationToken cancellationToken) => Inner.PollActivityExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListActivityExecutionsResponse> ListActivityExecutionsAsync(ListActivityExecutionsRequest request, CancellationToken cancellationToken) => Inner.ListActivityExecutionsAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<CountActivityExecutionsResponse> CountActivityExecutionsAsync(CountActivityExecutionsRequest request, CancellationToken cancellationToken) => Inner.CountActivityExecutionsAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task RequestCancelActivityExecutionAsync(RequestCancelActivityExecutionRequest request, CancellationToken cancellationToken) => Inner.RequestCancelActivityExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task TerminateActivityExecutionAsync(TerminateActivityExecutionRequest request, CancellationToken cancellationToken) => Inner.TerminateActivityExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task OperateActivityExecutionAsync(OperateActivityExecutionRequest request, CancellationToken cancellationToken) => Inner.OperateActivityExecutionAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteActivityExecutionAsync(DeleteActivityExecutionRequest request, CancellationToken cancellationToken) => Inner.DeleteActivityExecutionAsync(request, cancellationToken);
}
