using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <content>Activities that clients start.</content>
internal sealed partial class MeasuredWorkflowService
{
    /// <inheritdoc/>
    public Task<StartActivityExecutionResponse> StartActivityExecutionAsync(StartActivityExecutionRequest request, CancellationToken cancellationToken) =>
        Send("StartActivityExecution", request, static (s, r, c) => s.StartActivityExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<ActivityExecutionDescription> DescribeActivityExecutionAsync(DescribeActivityExecutionRequest request, CancellationToken cancellationToken) =>
        Send("DescribeActivityExecution", request, static (s, r, c) => s.DescribeActivityExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<PollActivityExecutionResponse> PollActivityExecutionAsync(PollActivityExecutionRequest request, CancellationToken cancellationToken) =>
        Send("PollActivityExecution", request, static (s, r, c) => s.PollActivityExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<ListActivityExecutionsResponse> ListActivityExecutionsAsync(ListActivityExecutionsRequest request, CancellationToken cancellationToken) =>
        Send("ListActivityExecutions", request, static (s, r, c) => s.ListActivityExecutionsAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task<CountActivityExecutionsResponse> CountActivityExecutionsAsync(CountActivityExecutionsRequest request, CancellationToken cancellationToken) =>
        Send("CountActivityExecutions", request, static (s, r, c) => s.CountActivityExecutionsAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task RequestCancelActivityExecutionAsync(RequestCancelActivityExecutionRequest request, CancellationToken cancellationToken) =>
        Send("RequestCancelActivityExecution", request, static (s, r, c) => s.RequestCancelActivityExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task TerminateActivityExecutionAsync(TerminateActivityExecutionRequest request, CancellationToken cancellationToken) =>
        Send("TerminateActivityExecution", request, static (s, r, c) => s.TerminateActivityExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task OperateActivityExecutionAsync(OperateActivityExecutionRequest request, CancellationToken cancellationToken) =>
        Send("OperateActivityExecution", request, static (s, r, c) => s.OperateActivityExecutionAsync(r, c), cancellationToken);

    /// <inheritdoc/>
    public Task DeleteActivityExecutionAsync(DeleteActivityExecutionRequest request, CancellationToken cancellationToken) =>
        Send("DeleteActivityExecution", request, static (s, r, c) => s.DeleteActivityExecutionAsync(r, c), cancellationToken);
}
