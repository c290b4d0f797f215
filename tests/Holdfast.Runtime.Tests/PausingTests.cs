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

    [Fact]
    public void An_attempt_that_waited_for_a_slot_before_a_pause_and_after_it_takes_one_slot()
    {
        ScriptedWorker worker = new(slots: 2);
        PumpedEngine engine = new(null, worker.OnSequence("One", 1));
        worker.Activity = static _ => null;
        foreach (var workflowId in new[] { "a", "b", "w" })
        {
            engine.StartWorkflow(workflowId, "One");
            engine.Settle();
        }

        Pause(engine, "w");
        Unpause(engine, "w");
        Respond(engine, worker.Attempts[0]);
        Respond(engine, worker.Attempts[1]);
        engine.Settle();
        Assert.Equal(["a", "b", "w"], worker.Attempts.Select(a => a.Activity.Workflow.WorkflowId));
        Respond(engine, worker.Attempts[2]);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        var queue = engine.Run(engine.Service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue), CancellationToken.None));
        Assert.Equal(2, queue.Workers.Single().FreeActivitySlots);
    }

    private static void Respond(PumpedEngine engine, ActivityTask attempt) => engine.Run(engine.Service.RespondActivityTaskAsync(
        new RespondActivityTaskRequest(attempt.Activity, new ActivityOutcome.Completed(Payloads.Empty), "worker"),
        CancellationToken.None));

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
