using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <content>Activities that clients start.</content>
internal sealed partial class WorldService
{
    public Task<StartActivityExecutionResponse> StartActivityExecutionAsync(StartActivityExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => s.StartActivityExecutionAsync(request, CancellationToken.None));

    public Task<ActivityExecutionDescription> DescribeActivityExecutionAsync(DescribeActivityExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => s.DescribeActivityExecutionAsync(request, CancellationToken.None));

    public Task<PollActivityExecutionResponse> PollActivityExecutionAsync(PollActivityExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => s.PollActivityExecutionAsync(request, CancellationToken.None));

    public Task<ListActivityExecutionsResponse> ListActivityExecutionsAsync(ListActivityExecutionsRequest request, CancellationToken cancellationToken) => Call(request, s => s.ListActivityExecutionsAsync(request, CancellationToken.None));

    public Task<CountActivityExecutionsResponse> CountActivityExecutionsAsync(CountActivityExecutionsRequest request, CancellationToken cancellationToken) => Call(request, s => s.CountActivityExecutionsAsync(request, CancellationToken.None));

    public Task RequestCancelActivityExecutionAsync(RequestCancelActivityExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.RequestCancelActivityExecutionAsync(request, CancellationToken.None)));

    public Task TerminateActivityExecutionAsync(TerminateActivityExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.TerminateActivityExecutionAsync(request, CancellationToken.None)));

    public Task OperateActivityExecutionAsync(OperateActivityExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.OperateActivityExecutionAsync(request, CancellationToken.None)));

    public Task DeleteActivityExecutionAsync(DeleteActivityExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.DeleteActivityExecutionAsync(request, CancellationToken.None)));
}
