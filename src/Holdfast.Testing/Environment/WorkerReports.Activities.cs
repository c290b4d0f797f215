using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <content>Activities that clients start.</content>
internal sealed partial class WorkerReports
{
    /// <inheritdoc/>
    public Task<StartActivityExecutionResponse> StartActivityExecutionAsync(StartActivityExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<ActivityExecutionDescription> DescribeActivityExecutionAsync(DescribeActivityExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<PollActivityExecutionResponse> PollActivityExecutionAsync(PollActivityExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<ListActivityExecutionsResponse> ListActivityExecutionsAsync(ListActivityExecutionsRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task<CountActivityExecutionsResponse> CountActivityExecutionsAsync(CountActivityExecutionsRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task RequestCancelActivityExecutionAsync(RequestCancelActivityExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task TerminateActivityExecutionAsync(TerminateActivityExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task OperateActivityExecutionAsync(OperateActivityExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();

    /// <inheritdoc/>
    public Task DeleteActivityExecutionAsync(DeleteActivityExecutionRequest request, CancellationToken cancellationToken) => throw NotForWorkers();
}
