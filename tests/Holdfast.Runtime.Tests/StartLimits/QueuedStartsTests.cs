using System.Collections.Immutable;
using Holdfast.Protocol;
using static Holdfast.Runtime.Tests.LimitedStarts;

namespace Holdfast.Runtime.Tests;

public sealed class QueuedStartsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_beyond_a_limit_waits_and_comes_in_in_order_also_after_crashes(bool settles)
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 2 } });
        for (var i = 0; i < 6; i++)
        {
            engine.StartWorkflow($"w{i}", Waiting);
        }

        for (var closed = 0; closed < 6; closed++)
        {
            Assert.Equal(Enumerable.Range(closed, Math.Min(2, 6 - closed)).Select(static i => $"w{i}"), Running(engine, 6));
            if (settles)
            {
                engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
                engine.Settle();
            }

            engine.CrashAndRestart((ulong)closed);
            engine.Settle();
            Assert.Equal(Enumerable.Range(closed, Math.Min(2, 6 - closed)).Select(static i => $"w{i}"), Running(engine, 6));
            engine.Signal($"w{closed}", "end");
            engine.WaitForClose($"w{closed}");
            engine.Settle();
        }
    }

    [Fact]
    public void Types_and_keys_are_limited_each_for_itself()
    {
        StartLimit one = new() { MaxConcurrent = 1 };
        var engine = Start(new TaskQueueLimits { WorkflowStartsByType = ImmutableDictionary<string, StartLimit>.Empty.Add("Other", one), WorkflowStartsPerKey = new StartLimit { MaxConcurrent = 2 }, WorkflowStartsPerKeyByType = ImmutableDictionary<string, StartLimit>.Empty.Add(Waiting, one) });
        engine.StartWorkflow("free1", Waiting);
        engine.StartWorkflow("free2", Waiting);
        engine.StartWorkflow("x1", Waiting, static r => r with { ConcurrencyKey = "x" });
        engine.StartWorkflow("x2", Waiting, static r => r with { ConcurrencyKey = "x" });
        engine.StartWorkflow("y1", Waiting, static r => r with { ConcurrencyKey = "y" });
        engine.StartWorkflow("other1", "Other", static r => r with { ConcurrencyKey = "x" });
        engine.StartWorkflow("other2", "Other", static r => r with { ConcurrencyKey = "z" });
        string[] all = ["free1", "free2", "x1", "x2", "y1", "other1", "other2"];
        Assert.Equal(["free1", "free2", "x1", "y1", "other1"], Running(engine, all));
        engine.Signal("other1", "end");
        engine.Settle();
        Assert.Equal(["free1", "free2", "x1", "y1", "other2"], Running(engine, all));
        engine.Signal("x1", "end");
        engine.Settle();
        Assert.Equal(["free1", "free2", "x2", "y1", "other2"], Running(engine, all));
    }

    [Fact]
    public void A_full_limit_holds_back_nothing_else_and_priorities_go_first()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 3 }, WorkflowStartsPerKey = new StartLimit { MaxConcurrent = 1 } });
        engine.StartWorkflow("a1", Waiting, static r => r with { ConcurrencyKey = "a" });
        engine.StartWorkflow("a2", Waiting, static r => r with { ConcurrencyKey = "a" });
        engine.StartWorkflow("b1", Waiting, static r => r with { ConcurrencyKey = "b" });
        engine.StartWorkflow("c1", Waiting);
        engine.StartWorkflow("late", Waiting);
        engine.StartWorkflow("urgent", Waiting, static r => r with { Priority = new Priority { PriorityKey = 1 } });
        string[] all = ["a1", "a2", "b1", "c1", "late", "urgent"];
        Assert.Equal(["a1", "b1", "c1"], Running(engine, all));
        engine.Signal("b1", "end");
        engine.Settle();
        Assert.Equal(["a1", "c1", "urgent"], Running(engine, all));
        engine.Signal("c1", "end");
        engine.Settle();
        Assert.Equal(["a1", "late", "urgent"], Running(engine, all));
        engine.Signal("a1", "end");
        engine.Settle();
        Assert.Equal(["a2", "late", "urgent"], Running(engine, all));
    }

    [Fact]
    public void A_rate_spreads_starts()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { StartsPerSecond = 0.5 } });
        var begin = engine.Time.GetUtcNow();
        for (var i = 0; i < 4; i++)
        {
            engine.StartWorkflow($"w{i}", Waiting);
        }

        engine.RunUntil(() => Running(engine, 4).Length == 4);
        Assert.InRange((engine.Time.GetUtcNow() - begin).TotalSeconds, 6, 6.1);
    }

    [Fact]
    public void A_chain_keeps_its_place()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 } });
        engine.StartWorkflow("chain", Waiting);
        engine.StartWorkflow("waits", Waiting);
        engine.Signal("chain", "continue");
        engine.Settle();
        engine.CrashAndRestart(3);
        engine.Settle();
        Assert.Equal(["chain"], Running(engine, "chain", "waits"));
        engine.Signal("chain", "end");
        engine.Settle();
        Assert.Equal(["waits"], Running(engine, "waits"));
    }

    [Fact]
    public void A_child_waits_for_the_limit_of_its_type_and_not_for_that_of_its_queue()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 }, WorkflowStartsByType = ImmutableDictionary<string, StartLimit>.Empty.Add(Waiting, new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected }) });
        engine.StartWorkflow("parent", "Parent");
        engine.Settle();
        var first = Assert.Single(Running(engine, "child1", "child2"));
        engine.Signal(first, "end");
        engine.Settle();
        var second = Assert.Single(Running(engine, "child1", "child2"));
        Assert.NotEqual(first, second);
        engine.Signal(second, "end");
        engine.WaitForClose("parent");
    }

    [Fact]
    public void A_paused_run_leaves_its_place_to_others_while_it_waits()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 } });
        engine.StartWorkflow("a", Waiting);
        engine.StartWorkflow("b", Waiting);
        engine.StartWorkflow("c", Waiting);
        engine.Run(engine.Service.PauseWorkflowExecutionAsync(new PauseWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("b", default), Reason = "look", RequestId = "p" }, CancellationToken.None));
        engine.Signal("a", "end");
        engine.Settle();
        Assert.Equal(["c"], Running(engine, "b", "c"));
        engine.Run(engine.Service.UnpauseWorkflowExecutionAsync(new UnpauseWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("b", default), Reason = "seen", RequestId = "u" }, CancellationToken.None));
        engine.Settle();
        Assert.Equal(["c"], Running(engine, "b", "c"));
        engine.Signal("c", "end");
        engine.Settle();
        Assert.Equal(["b"], Running(engine, "b"));
    }

    [Fact]
    public void A_run_that_waits_gives_up_its_turn_when_it_is_canceled_terminated_or_deleted()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 } });
        foreach (var id in (string[])["a", "b", "c", "d", "e"])
        {
            engine.StartWorkflow(id, Waiting);
        }

        engine.Run(engine.Service.RequestCancelWorkflowExecutionAsync(new RequestCancelWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("b", default), RequestId = "c" }, CancellationToken.None));
        engine.Run(engine.Service.TerminateWorkflowExecutionAsync(new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("c", default) }, CancellationToken.None));
        engine.Run(engine.Service.DeleteWorkflowExecutionAsync(new DeleteWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("d", default) }, CancellationToken.None));
        Assert.Equal(EventType.WorkflowExecutionCanceled, engine.WaitForClose("b").Type);
        engine.Signal("a", "end");
        engine.Settle();
        Assert.Equal(["e"], Running(engine, "e"));
    }
}
