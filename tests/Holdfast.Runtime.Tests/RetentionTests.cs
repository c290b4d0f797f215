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
        Pass(engine, TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("0000000000000001.log", engine.Disk.List());
        engine.Time.Advance(TimeSpan.FromHours(2));
        engine.StartWorkflow("short", "Short");
        engine.WaitForClose("short");
        Pass(engine, TimeSpan.FromMinutes(2));

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
        Pass(engine, TimeSpan.FromSeconds(10));
        engine.Time.Advance(TimeSpan.FromHours(2));
        Pass(engine, TimeSpan.FromSeconds(2));
        AssertGone(engine, "w");

        engine.CrashAndRestart(1);

        AssertGone(engine, "w");
        Assert.Equal(0, engine.Engine.RunsInMemory);
    }

    [Fact]
    public void A_run_is_kept_until_its_retention_is_over_and_deleted_within_a_minute_of_it()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Short", 1));
        engine.StartWorkflow("w", "Short");
        engine.WaitForClose("w");
        Pass(engine, TimeSpan.FromSeconds(10));
        engine.Time.Advance(TimeSpan.FromMinutes(59));
        Pass(engine, TimeSpan.FromSeconds(2));
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        Pass(engine, TimeSpan.FromMinutes(3));
        AssertGone(engine, "w");
    }

    [Fact]
    public void A_run_that_an_earlier_process_settled_is_deleted_although_nothing_else_happens_in_its_namespace()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Short", 1));
        engine.StartWorkflow("w", "Short");
        engine.WaitForClose("w");
        Pass(engine, TimeSpan.FromSeconds(10));
        engine.CrashAndRestart(1);

        engine.Time.Advance(TimeSpan.FromHours(2));
        Pass(engine, TimeSpan.FromSeconds(2));

        AssertGone(engine, "w");
    }

    private static void AssertGone(PumpedEngine engine, string workflowId) =>
        Assert.Equal(ErrorCodes.NotFound, Assert.Throws<HoldfastException>(() => engine.History(workflowId)).Code);

    private static void Pass(PumpedEngine engine, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(1))
        {
            engine.Settle();
            engine.Time.Advance(TimeSpan.FromSeconds(1));
        }

        engine.Settle();
    }
}
