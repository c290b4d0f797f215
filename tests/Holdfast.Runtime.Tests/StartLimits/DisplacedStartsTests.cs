using Holdfast.Protocol;
using static Holdfast.Runtime.Tests.LimitedStarts;

namespace Holdfast.Runtime.Tests;

public sealed class DisplacedStartsTests
{
    [Theory]
    [InlineData(ReplacedRunAction.Terminate, EventType.WorkflowExecutionTerminated)]
    [InlineData(ReplacedRunAction.RequestCancel, EventType.WorkflowExecutionCanceled)]
    public void The_running_one_is_replaced_and_the_newest_of_those_that_wait_wins(ReplacedRunAction action, EventType end)
    {
        var engine = Start(new TaskQueueLimits { WorkflowStartsPerKey = new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Replaced, ReplacedRuns = action } });
        engine.StartWorkflow("a", Waiting, WithKey);
        engine.StartWorkflow("b", Waiting, WithKey);
        Assert.Equal(end, engine.WaitForClose("a").Type);
        engine.Settle();
        Assert.Equal(["b"], Running(engine, "b"));
        engine.StartWorkflow("slow", "Stubborn", WithKey);
        engine.Settle();
        engine.StartWorkflow("c", Waiting, WithKey);
        engine.StartWorkflow("d", Waiting, WithKey);
        engine.Settle();
        if (action == ReplacedRunAction.RequestCancel)
        {
            Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("c").Type);
            engine.Signal("slow", "end");
        }

        engine.WaitForClose("slow");
        engine.Settle();
        Assert.Equal(["d"], Running(engine, "d"));
    }

    [Fact]
    public void Whatever_a_crash_leaves_the_newest_replaces_the_running_one()
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            var engine = Start(new TaskQueueLimits { WorkflowStartsPerKey = new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Replaced } });
            engine.StartWorkflow("a", Waiting, WithKey);
            engine.Settle();
            var request = engine.Service.StartWorkflowExecutionAsync(WithKey(new StartWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, WorkflowId = "b", WorkflowType = Waiting, TaskQueue = PumpedEngine.TaskQueue, RequestId = "r" }), CancellationToken.None);
            for (ulong turn = 0; turn < seed / 4; turn++)
            {
                engine.Engine.PumpOnce();
            }

            var wasAnswered = request.IsCompletedSuccessfully;
            engine.CrashAndRestart(seed);
            engine.Settle();
            engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromSeconds(1));
            engine.Settle();
            var running = wasAnswered ? Running(engine, "a", "b") : [.. new[] { "a", "b" }.Where(id => Exists(engine, id)).Where(id => Running(engine, id).Length == 1)];
            Assert.True(running is ["b"] || (!wasAnswered && running is ["a"]), $"seed {seed}: {string.Join(", ", running)}");
        }
    }

    [Fact]
    public void Of_starts_in_a_row_the_last_runs_when_it_is_quiet()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStartsPerKey = new StartLimit { Policy = StartLimitPolicy.Debounced, QuietPeriod = TimeSpan.FromSeconds(10) } });
        for (var i = 0; i < 3; i++)
        {
            engine.StartWorkflow($"w{i}", Waiting, WithKey);
            engine.PassByDueTimes(TimeSpan.FromSeconds(6));
        }

        Assert.Empty(Running(engine, "w2"));
        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("w0").Type);
        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("w1").Type);
        engine.PassByDueTimes(TimeSpan.FromSeconds(4));
        Assert.Equal(["w2"], Running(engine, "w2"));
        engine.StartWorkflow("other", Waiting, static r => r with { ConcurrencyKey = "other" });
        engine.StartWorkflow("none", Waiting);
        Assert.Equal(["none"], Running(engine, "other", "none"));
    }

    [Fact]
    public void Starts_that_never_cease_run_after_the_longest_delay_also_over_crashes()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStartsPerKey = new StartLimit { Policy = StartLimitPolicy.Debounced, QuietPeriod = TimeSpan.FromSeconds(10), MaximumDelay = TimeSpan.FromSeconds(25) } });
        for (var i = 0; i < 5; i++)
        {
            engine.StartWorkflow($"w{i}", Waiting, WithKey);
            engine.PassByDueTimes(TimeSpan.FromSeconds(4));
            engine.CrashAndRestart((ulong)i);
            engine.PassByDueTimes(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(["w4"], Running(engine, 5));
        Assert.InRange((Scheduled(engine, "w4").Time - engine.History("w0")[0].Time).TotalSeconds, 25, 25.1);
    }
}
