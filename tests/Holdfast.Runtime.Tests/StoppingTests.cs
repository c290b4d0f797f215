using Holdfast.Journaling;
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

    [Fact]
    public async Task Whose_request_was_not_durable_when_the_journal_failed_is_told_to_send_it_again()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        engine.Settle();
        engine.Disk.FailFlush(after: 0, seed: 1);
        var signal = SignalAsync(engine);
        engine.Engine.PumpOnce();
        var refused = await Assert.ThrowsAsync<HoldfastException>(() => signal);
        Assert.Equal(ErrorCodes.Unavailable, refused.Code);
    }

    [Fact]
    public async Task An_engine_whose_folder_another_has_claimed_acknowledges_nothing()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        engine.Settle();
        Claim(engine);
        var signal = SignalAsync(engine);
        engine.Engine.PumpOnce();
        var refused = await Assert.ThrowsAsync<HoldfastException>(() => signal);
        Assert.Equal(ErrorCodes.Unavailable, refused.Code);
        Assert.Equal(ErrorCodes.JournalDeposed, Assert.IsType<JournalException>(engine.Fatal).Code);
    }

    [Fact]
    public async Task An_engine_whose_folder_another_has_claimed_answers_nothing_from_memory()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        engine.Settle();
        Claim(engine);
        var description = engine.Service.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest(PumpedEngine.Namespace, new WorkflowExecution("w", default)), CancellationToken.None);
        engine.Engine.PumpOnce();
        var refused = await Assert.ThrowsAsync<HoldfastException>(() => description);
        Assert.Equal(ErrorCodes.Unavailable, refused.Code);
        Assert.Equal(ErrorCodes.JournalDeposed, Assert.IsType<JournalException>(engine.Fatal).Code);
    }

    [Fact]
    public void An_engine_at_rest_notices_that_another_has_claimed_its_folder()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        engine.Settle();
        Claim(engine);
        engine.Time.Advance(new EngineOptions().SettlingInterval);
        Assert.Equal(ErrorCodes.JournalDeposed, Assert.IsType<JournalException>(engine.Fatal).Code);
    }

    private static Task SignalAsync(PumpedEngine engine) => engine.Service.SignalWorkflowExecutionAsync(
        new SignalWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), SignalName = "s", RequestId = "r" },
        CancellationToken.None);

    /// <summary>Changes the claim as the next claim would, which has a number of its own.</summary>
    private static void Claim(PumpedEngine engine) => engine.Disk.Flip("journal.claim", offset: 8, mask: 0xFF);
}
