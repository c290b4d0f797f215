using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <content>Activities that clients start.</content>
internal sealed partial class EnvironmentService
{
    /// <inheritdoc/>
    public Task<StartActivityExecutionResponse> StartActivityExecutionAsync(StartActivityExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.StartActivityExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ActivityExecutionDescription> DescribeActivityExecutionAsync(DescribeActivityExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.DescribeActivityExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<PollActivityExecutionResponse> PollActivityExecutionAsync(PollActivityExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.PollActivityExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ListActivityExecutionsResponse> ListActivityExecutionsAsync(ListActivityExecutionsRequest request, CancellationToken cancellationToken) => process().SendAsync(s => s.ListActivityExecutionsAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<CountActivityExecutionsResponse> CountActivityExecutionsAsync(CountActivityExecutionsRequest request, CancellationToken cancellationToken) => process().SendAsync(s => s.CountActivityExecutionsAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task RequestCancelActivityExecutionAsync(RequestCancelActivityExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.RequestCancelActivityExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task TerminateActivityExecutionAsync(TerminateActivityExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.TerminateActivityExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task OperateActivityExecutionAsync(OperateActivityExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.OperateActivityExecutionAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task DeleteActivityExecutionAsync(DeleteActivityExecutionRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.DeleteActivityExecutionAsync(request, cancellationToken));
}
