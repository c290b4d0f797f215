using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class RetentionTests
{
    private static readonly EngineOptions Options = new() { Owners = 2, IdleBeforeSettling = TimeSpan.FromSeconds(5), Retention = TimeSpan.FromHours(1) };

    [Fact]
    public void The_engine_recovers_although_the_journal_holds_only_the_end_of_a_run_that_was_deleted()
    {
        PumpedEngine engine = new(segmentBytes: 64 << 10, Options, new ScriptedWorker().OnSequence("Long", 300).OnSequence("Short", 1));
        engine.StartWorkflow("long", "Long");
        engine.WaitForClose("long");
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("0000000000000001.log", engine.Disk.List());
        engine.Time.Advance(TimeSpan.FromHours(2));
        engine.StartWorkflow("short", "Short");
        engine.WaitForClose("short");
        engine.Pass(TimeSpan.FromMinutes(2));

        engine.CrashAndRestart(1);

        AssertGone(engine, "long");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("short").Type);
    }

    [Fact]
    public void A_run_that_was_deleted_does_not_come_back_although_the_journal_holds_all_of_it()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Short", 1));
        engine.StartWorkflow("w", "Short");
        engine.WaitForClose("w");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Time.Advance(TimeSpan.FromHours(2));
        engine.Pass(TimeSpan.FromSeconds(2));
        AssertGone(engine, "w");

        engine.CrashAndRestart(1);

        AssertGone(engine, "w");
        Assert.Equal(0, engine.Engine.RunsInMemory);
    }

    [Fact]
    public void A_run_is_kept_until_its_retention_is_over_and_deleted_within_seconds_of_it()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Short", 1));
        engine.StartWorkflow("w", "Short");
        engine.WaitForClose("w");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Time.Advance(TimeSpan.FromMinutes(59));
        engine.Pass(TimeSpan.FromSeconds(45));
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        engine.Pass(TimeSpan.FromSeconds(15));
        AssertGone(engine, "w");
    }

    [Fact]
    public void A_closed_run_stands_in_the_way_of_another_of_its_ID_only_until_its_retention_is_over()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Short", 1));
        engine.StartWorkflow("w", "Short");
        engine.WaitForClose("w");
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Throws<WorkflowIdInUseException>(() => engine.StartWorkflow("w", "Short", static r => r with { WorkflowIdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate }));
        engine.Time.Advance(TimeSpan.FromHours(2));
        engine.Pass(TimeSpan.FromSeconds(2));
        engine.StartWorkflow("w", "Short", static r => r with { WorkflowIdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate });
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
    }

    [Fact]
    public void A_workflow_whose_newest_run_is_deleted_while_it_is_looked_up_still_has_the_one_before()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Short", 1));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            engine.StartWorkflow("w", "Short");
            engine.WaitForClose("w");
        }

        engine.Pass(TimeSpan.FromSeconds(10));
        var newest = engine.Run(engine.Store.FindNewestAsync(new WorkflowKey(PumpedEngine.Namespace, "w"), CancellationToken.None))!.RunId;
        engine.Reads.Hold(nameof(engine.Store.FindNewestAsync));
        var start = engine.Service.StartWorkflowExecutionAsync(
            new StartWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, WorkflowId = "w", WorkflowType = "Short", TaskQueue = PumpedEngine.TaskQueue, RequestId = "again", WorkflowIdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate },
            CancellationToken.None);
        engine.Settle();
        Assert.True(engine.Store.DeleteAsync(newest, lastLsn: 1_000, CancellationToken.None).IsCompletedSuccessfully);
        engine.Reads.Release();

        Assert.Throws<WorkflowIdInUseException>(() => engine.Run(start));
    }

    [Fact]
    public void A_run_that_an_earlier_process_settled_is_deleted_although_nothing_else_happens_in_its_namespace()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Short", 1));
        engine.StartWorkflow("w", "Short");
        engine.WaitForClose("w");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.CrashAndRestart(1);

        engine.Time.Advance(TimeSpan.FromHours(2));
        engine.Pass(TimeSpan.FromSeconds(2));

        AssertGone(engine, "w");
    }

    [Fact]
    public void Many_runs_that_are_due_at_once_are_deleted_some_at_a_time_and_settlements_go_in_between()
    {
        const int Runs = (2 * SweepPace.RunsPerTurn) + 100;
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Short", 0));
        for (var i = 0; i < Runs; i++)
        {
            engine.StartWorkflow($"w{i}", "Short");
            engine.WaitForClose($"w{i}");
        }

        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Time.Advance(TimeSpan.FromHours(2));
        engine.StartWorkflow("late", "Short");
        engine.WaitForClose("late");
        Assert.Equal(Runs - SweepPace.RunsPerTurn, CountSettled(engine, except: "late"));

        var turns = 0;
        while (CountSettled(engine, except: "late") is > 0 and var before)
        {
            engine.Time.Advance(TimeSpan.FromMilliseconds(50));
            engine.Settle();
            Assert.InRange(before - CountSettled(engine, except: "late"), 1, SweepPace.RunsPerTurn);
            turns++;
        }

        Assert.Equal(2, turns);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("late").Type);
    }

    [Fact]
    public void An_engine_that_stops_does_not_wait_for_the_end_of_a_long_sweep()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Short", 0));
        for (var i = 0; i <= SweepPace.RunsPerTurn; i++)
        {
            engine.StartWorkflow($"w{i}", "Short");
            engine.WaitForClose($"w{i}");
        }

        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Time.Advance(TimeSpan.FromHours(2));
        engine.Settle();

        Assert.True(engine.Engine.DisposeAsync().AsTask().IsCompletedSuccessfully);
        Assert.Equal(1, CountSettled(engine, except: "late"));
    }

    [Fact]
    public void A_run_that_is_reset_after_its_deletion_while_it_was_in_memory_leaves_nothing_that_later_processes_miss_the_beginning_of()
    {
        var engine = ResetOfDeletedRun();
        engine.CrashAndRestart(1);
        engine.Pass(TimeSpan.FromSeconds(30));
        Assert.DoesNotContain("0000000000000001.log", engine.Disk.List());

        engine.CrashAndRestart(2);

        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
    }

    [Fact]
    public void A_run_that_is_reset_after_its_deletion_while_it_was_in_memory_is_not_settled_again()
    {
        var engine = ResetOfDeletedRun();
        engine.WaitForClose("w");

        engine.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(0, engine.Engine.RunsInMemory);
        Assert.Equal(0, CountSettled(engine, except: ""));
        AssertGone(engine, "w");
    }

    /// <summary>The reset is durable; the journal has many records between it and the deletion.</summary>
    private static PumpedEngine ResetOfDeletedRun()
    {
        var options = Options with { IdleBeforeSettling = TimeSpan.FromMinutes(3), Retention = TimeSpan.FromMinutes(1) };
        PumpedEngine engine = new(segmentBytes: 64 << 10, options, new ScriptedWorker().OnSequence("Long", 300).OnSequence("Short", 1));
        engine.StartWorkflow("w", "Short");
        engine.WaitForClose("w");
        engine.Pass(TimeSpan.FromSeconds(40));
        Assert.NotEmpty(engine.History("w")); // so it is in memory
        engine.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(0, CountSettled(engine, except: ""));
        Assert.Equal(1, engine.Engine.RunsInMemory);
        engine.StartWorkflow("long", "Long");
        engine.WaitForClose("long");
        engine.Run(engine.Service.ResetWorkflowExecutionAsync(
            new ResetWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", RunId.None), Target = ResetTarget.FirstWorkflowTask, RequestId = "reset", Reason = "again" },
            CancellationToken.None));
        return engine;
    }

    private static int CountSettled(PumpedEngine engine, string except) =>
        engine.Store.FindClosedBeforeAsync(PumpedEngine.Namespace, DateTimeOffset.MaxValue, int.MaxValue, CancellationToken.None).Result
            .Count(id => engine.Store.FindAsync(id, CancellationToken.None).Result!.Workflow.WorkflowId != except);

    private static void AssertGone(PumpedEngine engine, string workflowId) =>
        Assert.Equal(ErrorCodes.NotFound, Assert.Throws<HoldfastException>(() => engine.History(workflowId)).Code);
}
