using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class PausingTests
{
    [Fact]
    public void A_paused_run_stays_paused_over_a_crash_and_goes_on_when_unpaused()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.On("Wait", (_, history) => history.Any(e => e.Type == EventType.WorkflowExecutionSignaled)
            ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        engine.Settle();
        Pause(engine, "w");
        engine.CrashAndRestart(1);
        engine.Signal("w", "go");
        engine.Settle();
        Assert.Equal(1, worker.TaskCount);
        Assert.Equal(WorkflowExecutionStatus.Paused, Describe(engine, "w").Info.Status);
        engine.CrashAndRestart(2);
        Unpause(engine, "w");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
    }

    [Fact]
    public void A_paused_run_is_settled_wakes_for_its_timeout_and_is_found_after_a_crash()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.OnSequence("One", 1));
        worker.Activity = static _ => null;
        engine.StartWorkflow("w", "One", r => r with { WorkflowRunTimeout = TimeSpan.FromDays(2) });
        engine.Settle();
        Pause(engine, "w");
        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        engine.CrashAndRestart(1);
        engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromHours(1));
        engine.Settle();
        engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        engine.Settle();
        Assert.Equal(0, engine.Engine.RunsInMemory);
        engine.CrashAndRestart(2);
        Assert.Equal(EventType.WorkflowExecutionTimedOut, engine.WaitForClose("w").Type);
        Assert.Single(worker.Attempts);
    }

    [Fact]
    public void Queries_that_wait_are_refused_when_the_run_is_paused()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Other", (_, _) => ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait", r => r with { TaskQueue = "nobody" });
        var query = engine.Service.QueryWorkflowAsync(
            new QueryWorkflowRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), Query = new WorkflowQuery("status", Payloads.Empty, PayloadMap.Empty) },
            CancellationToken.None);
        engine.Settle();
        Pause(engine, "w");
        engine.Settle();
        Assert.Equal(ErrorCodes.RunPaused, Assert.Throws<HoldfastException>(() => engine.Run(query)).Code);
    }

    private static void Pause(PumpedEngine engine, string workflowId) => engine.Run(engine.Service.PauseWorkflowExecutionAsync(
        new PauseWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(workflowId, default), RequestId = "pause-1", Reason = "look first" },
        CancellationToken.None));

    private static void Unpause(PumpedEngine engine, string workflowId) => engine.Run(engine.Service.UnpauseWorkflowExecutionAsync(
        new UnpauseWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(workflowId, default), RequestId = "unpause-1" },
        CancellationToken.None));

    private static WorkflowExecutionDescription Describe(PumpedEngine engine, string workflowId) => engine.Run(engine.Service.DescribeWorkflowExecutionAsync(
        new DescribeWorkflowExecutionRequest(PumpedEngine.Namespace, new WorkflowExecution(workflowId, default)),
        CancellationToken.None));
}
