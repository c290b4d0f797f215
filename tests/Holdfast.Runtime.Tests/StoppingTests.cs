using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class StoppingTests
{
    [Fact]
    public async Task Whoever_waits_when_the_engine_stops_is_told_so()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        var result = engine.Service.GetWorkflowExecutionHistoryAsync(
            new GetWorkflowExecutionHistoryRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), CloseEventOnly = true },
            CancellationToken.None);
        engine.Settle();
        await engine.Engine.DisposeAsync();
        var refused = await Assert.ThrowsAsync<HoldfastException>(() => result);
        Assert.Equal(ErrorCodes.Unavailable, refused.Code);
    }

    [Fact]
    public async Task Whoever_comes_after_the_engine_stopped_is_told_so()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        await engine.Engine.DisposeAsync();
        var refused = await Assert.ThrowsAsync<HoldfastException>(() => engine.Service.DescribeWorkflowExecutionAsync(
            new DescribeWorkflowExecutionRequest(PumpedEngine.Namespace, new WorkflowExecution("w", default)),
            CancellationToken.None));
        Assert.Equal(ErrorCodes.Unavailable, refused.Code);
    }
}
