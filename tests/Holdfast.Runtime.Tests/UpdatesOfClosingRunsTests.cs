using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

/// <summary>What becomes of updates that wait for the code of a run which closes.</summary>
public sealed class UpdatesOfClosingRunsTests
{
    private static readonly TimeSpan RunTimeout = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(UpdateStage.Accepted)]
    [InlineData(UpdateStage.Completed)]
    public void An_update_that_a_run_has_not_seen_goes_to_the_run_that_takes_over(UpdateStage stage)
    {
        var (engine, first) = WithoutWorker();
        var update = Update(engine, RunId.None, stage);
        engine.PassByDueTimes(RunTimeout);
        Assert.False(update.IsCompleted);
        Assert.Equal(EventType.WorkflowExecutionTimedOut, engine.WaitForClose("w", first).Type);

        engine.Engine.RegisterWorker(Worker().Registration);
        var response = engine.Run(update);

        Assert.Equal((stage, null), (response.Stage, response.Failure));
        Assert.NotEqual(first, response.RunId);
        Assert.Single(engine.History("w", response.RunId), static e => e.Type == EventType.WorkflowExecutionUpdateAccepted);
        Assert.DoesNotContain(engine.History("w", first), static e => e.Type == EventType.WorkflowExecutionUpdateAccepted);
    }

    [Fact]
    public void An_update_that_was_sent_twice_is_taken_once_by_the_run_that_takes_over()
    {
        var (engine, _) = WithoutWorker();
        var updates = new[] { Update(engine, RunId.None), Update(engine, RunId.None) };
        engine.PassByDueTimes(RunTimeout);
        engine.Engine.RegisterWorker(Worker().Registration);

        Assert.Single(updates.Select(u => engine.Run(u).RunId).Distinct());
        Assert.Single(engine.History("w"), static e => e.Type == EventType.WorkflowExecutionUpdateAccepted);
    }

    [Fact]
    public void An_update_that_names_its_run_ends_with_it()
    {
        var (engine, first) = WithoutWorker();
        var update = Update(engine, first);
        engine.PassByDueTimes(RunTimeout);
        Assert.Equal(ErrorCodes.RunContinuedBeforeUpdate, Assert.Throws<HoldfastException>(() => engine.Run(update)).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_update_that_a_terminated_run_has_not_seen_is_refused_as_by_a_closed_run(bool namesItsRun)
    {
        var (engine, first) = WithoutWorker();
        var update = Update(engine, namesItsRun ? first : RunId.None);
        engine.Run(engine.Service.TerminateWorkflowExecutionAsync(new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default) }, CancellationToken.None));
        Assert.Equal(ErrorCodes.RunClosed, Assert.Throws<HoldfastException>(() => engine.Run(update)).Code);
        Assert.Equal(ErrorCodes.RunClosed, Assert.Throws<HoldfastException>(() => engine.Run(Update(engine, RunId.None))).Code);
    }

    /// <summary>A run of a workflow that is retried for ever, and whose tasks nobody takes.</summary>
    private static (PumpedEngine Engine, RunId First) WithoutWorker()
    {
        PumpedEngine engine = new(new EngineOptions { Owners = 1 });
        var first = engine.StartWorkflow("w", "Takes", r => r with { WorkflowRunTimeout = RunTimeout, RetryPolicy = RetryPolicy.Default }).RunId;
        return (engine, first);
    }

    /// <summary>Accepts and completes every update.</summary>
    private static ScriptedWorker Worker() => new ScriptedWorker().On("Takes", static (task, _) => ScriptedWorker.Completed(
        [.. task.Updates.SelectMany(static u => new Command[]
        {
            new ProtocolMessageCommand { Message = new UpdateMessage.Accepted { UpdateId = u.UpdateId } },
            new ProtocolMessageCommand { Message = new UpdateMessage.Completed { UpdateId = u.UpdateId, Result = Payloads.Empty } },
        })]));

    private static Task<UpdateWorkflowExecutionResponse> Update(PumpedEngine engine, RunId runId, UpdateStage stage = UpdateStage.Completed)
    {
        var update = engine.Service.UpdateWorkflowExecutionAsync(
            new UpdateWorkflowExecutionRequest
            {
                Namespace = PumpedEngine.Namespace,
                Execution = new WorkflowExecution("w", runId),
                Update = new UpdateRequest("u1", "take", Payloads.Empty, PayloadMap.Empty, "client"),
                WaitStage = stage,
            },
            CancellationToken.None);
        engine.Settle();
        return update;
    }
}
