using Holdfast.Interception;
using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Testing.Tests.Intercepting;

public sealed class ReplayingTraced : InterceptingTest
{
    public static TheoryData<int, bool> Runs => [.. Enumerable.Range(0, 10).Select(static i => (i, i % 2 == 0))];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Whether_somebody_listens_makes_no_difference_to_the_order_of_commands(int signals, bool isTraced)
    {
        var (runId, history) = await RunAsync(signals, isTraced);
        Assert.IsType<WorkflowExecutionCompleted>(history[^1].Attributes);
        Replayer([]).Replay(history, "replay", runId);
        using SpanCollector listener = new();
        Replayer([new TracingInterceptor()]).Replay(history, "replay", runId);
        Assert.Empty(listener.Spans);
    }

    private static WorkflowReplayer Replayer(IReadOnlyList<IWorkerInterceptor> interceptors) =>
        new WorkflowReplayer { Options = new WorkflowTaskHandlerOptions { Interceptors = interceptors } }.AddWorkflow<BusyErrand>();

    private static async Task<(RunId RunId, List<HistoryEvent> History)> RunAsync(int signals, bool isTraced)
    {
        await using var environment = await StartAsync(static e => e.AddWorkflow<BusyErrand>(), new TracingInterceptor());
        using var listener = isTraced ? new SpanCollector() : null;
        var handle = await environment.Client.StartWorkflowAsync((BusyErrand w) => w.RunAsync(), new WorkflowOptions { Id = "replay" }, Cancellation);
        for (var i = 0; i < signals; i++)
        {
            await handle.SignalAsync(w => w.PokeAsync(), cancellationToken: Cancellation);
            await handle.StartUpdateAsync(w => w.PushAsync("push"), cancellationToken: Cancellation);
        }

        await handle.ResultAsync(cancellationToken: Cancellation);
        List<HistoryEvent> history = [];
        await foreach (var historyEvent in handle.FetchHistoryAsync(Cancellation))
        {
            history.Add(historyEvent);
        }

        Assert.Equal(isTraced, listener?.Spans.Count > 0);
        return (handle.RunId, history);
    }
}
