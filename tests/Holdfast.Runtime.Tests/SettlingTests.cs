using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class SettlingTests
{
    private static readonly EngineOptions Options = new() { Owners = 2, IdleBeforeSettling = TimeSpan.FromSeconds(5) };

    [Fact]
    public void A_sleeping_run_leaves_memory_and_is_woken_by_its_timer()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().On("Sleep", (_, history) => history.Any(e => e.Type == EventType.TimerFired)
            ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : ScriptedWorker.Completed(new StartTimerCommand { TimerId = "1", StartToFireTimeout = TimeSpan.FromDays(7) })));
        engine.StartWorkflow("w", "Sleep");
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(0, engine.Engine.RunsInMemory);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
    }

    [Theory]
    [InlineData(5, long.MaxValue)]
    [InlineData(int.MaxValue, 1_000)]
    public void While_the_store_stands_still_closed_runs_wait_up_to_a_bound_and_starts_are_refused_until_it_goes_on(int mostRuns, long mostBytes)
    {
        HeldScheduler background = new();
        EngineOptions options = new() { Owners = 1, RunsPerSettlement = 2, MaximumUnsettledClosedRuns = mostRuns, MaximumUnsettledClosedBytes = mostBytes, BackgroundScheduler = background };
        PumpedEngine engine = new(options, new ScriptedWorker().OnSequence("Short", 1));
        engine.Settle();
        background.IsHeld = true;
        var closed = 0;
        var refusal = Assert.Throws<HoldfastException>(() =>
        {
            for (; closed < 100; closed++)
            {
                engine.StartWorkflow($"w{closed}", "Short");
                engine.WaitForClose($"w{closed}");
                engine.Pass(TimeSpan.FromSeconds(1));
            }
        });

        Assert.Equal(ErrorCodes.ResourceExhausted, refusal.Code);
        Assert.InRange(engine.Engine.RunsInMemory, 1, 15);
        background.Release();
        engine.Pass(TimeSpan.FromSeconds(1));
        engine.StartWorkflow("late", "Short");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("late").Type);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w0").Type);
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(10, 0)]
    public void Idle_runs_leave_memory_sooner_when_more_are_in_it_than_the_goal(int goal, int left)
    {
        PumpedEngine engine = new(
            new EngineOptions { Owners = 1, IdleBeforeSettling = TimeSpan.FromHours(1), RunsInMemoryGoal = goal },
            new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        for (var i = 0; i < 100; i++)
        {
            engine.StartWorkflow($"w{i}", "Wait");
        }

        engine.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(left, engine.Engine.RunsInMemory);
    }

    [Fact]
    public void Starts_wait_while_too_many_idle_runs_are_on_their_way_to_the_store()
    {
        HeldScheduler background = new();
        PumpedEngine engine = new(
            new EngineOptions { Owners = 1, IdleBeforeSettling = TimeSpan.FromSeconds(5), MaximumLeavingRuns = 10, BackgroundScheduler = background },
            new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        for (var i = 0; i < 10; i++)
        {
            engine.StartWorkflow($"w{i}", "Wait");
        }

        background.IsHeld = true;
        engine.Pass(TimeSpan.FromSeconds(10));
        var held = engine.Service.StartWorkflowExecutionAsync(
            new StartWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, WorkflowId = "late", WorkflowType = "Wait", TaskQueue = PumpedEngine.TaskQueue, RequestId = "late" },
            CancellationToken.None);
        engine.Settle();
        Assert.False(held.IsCompleted);
        background.Release();
        Assert.True(engine.Run(held).Started);
    }

    [Fact]
    public void A_settled_run_is_woken_by_a_signal_and_by_its_timer_after_a_restart()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().On("Both", (_, history) => history switch
        {
            _ when history.Any(e => e.Type == EventType.TimerFired) => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()),
            _ when history.Any(e => e.Type == EventType.TimerStarted) => ScriptedWorker.Completed(),
            _ => ScriptedWorker.Completed(new StartTimerCommand { TimerId = "1", StartToFireTimeout = TimeSpan.FromDays(7) }),
        }));
        engine.StartWorkflow("w", "Both");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Signal("w", "hello");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.CrashAndRestart(3);
        Assert.Equal(0, engine.Engine.RunsInMemory);
        engine.RunUntil(() => engine.Engine.RunsInMemory == 1);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        Assert.Single(engine.History("w"), e => e.Type == EventType.WorkflowExecutionSignaled);
    }

    [Fact]
    public void Closed_runs_go_to_the_store_and_their_segments_are_deleted()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Ten", 10));
        for (var i = 0; i < 1_000; i++)
        {
            engine.StartWorkflow($"w{i}", "Ten");
            engine.WaitForClose($"w{i}");
            engine.Pass(TimeSpan.FromSeconds(1));
        }

        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(0, engine.Engine.RunsInMemory);
        Assert.True(engine.Disk.List().Count < 6, string.Join(", ", engine.Disk.List()));
        engine.CrashAndRestart(5);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w0").Type);
        Assert.Equal(10, engine.History("w999").Count(e => e.Type == EventType.ActivityTaskCompleted));
    }

    [Fact]
    public void A_closed_and_settled_workflow_id_may_be_used_again_but_its_request_may_not()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("None", 0));
        var first = engine.StartWorkflow("w", "None", r => r with { RequestId = "one" });
        engine.WaitForClose("w");
        engine.Pass(TimeSpan.FromSeconds(10));
        var second = engine.StartWorkflow("w", "None", r => r with { RequestId = "two" });
        engine.WaitForClose("w");
        engine.Pass(TimeSpan.FromSeconds(10));
        var again = engine.StartWorkflow("w", "None", r => r with { RequestId = "one" });
        Assert.NotEqual(first.RunId, second.RunId);
        Assert.Equal(first.RunId, again.RunId);
        Assert.False(again.Started);
    }

    [Fact]
    public void A_run_that_closes_in_the_turn_of_a_settling_tick_is_settled_after_its_records_are_durable()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().On("Sleep", (_, history) => history.Any(e => e.Type == EventType.TimerFired)
            ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : ScriptedWorker.Completed(new StartTimerCommand { TimerId = "1", StartToFireTimeout = TimeSpan.FromSeconds(3) })));
        engine.StartWorkflow("w", "Sleep");
        engine.Settle();
        engine.Time.Advance(TimeSpan.FromSeconds(3));
        engine.Settle();
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(0, engine.Engine.RunsInMemory);
        engine.CrashAndRestart(2);
        var history = engine.History("w");
        Assert.Equal(Enumerable.Range(1, history.Count).Select(i => (long)i), history.Select(e => e.EventId));
        Assert.Equal(EventType.WorkflowExecutionCompleted, history[^1].Type);
    }

    [Fact]
    public void A_run_that_woke_otherwise_while_it_was_read_to_be_woken_is_not_taken_in_as_it_was_before()
    {
        PumpedEngine engine = new(Options, SleepsAgain());
        engine.StartWorkflow("w", "Sleep");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Reads.Hold("LoadManyAsync");
        engine.Time.Advance(TimeSpan.FromDays(7));
        engine.Settle();
        engine.Signal("w", "hello");
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(0, engine.Engine.RunsInMemory);
        engine.Reads.Release();
        engine.Settle();
        Assert.Equal(0, engine.Engine.RunsInMemory);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        Assert.Equal(2, engine.History("w").Count(e => e.Type == EventType.TimerFired));
    }

    [Fact]
    public void A_sleeping_run_that_is_woken_again_and_again_before_its_time_is_noted_once()
    {
        PumpedEngine engine = new(Options with { Owners = 1 }, SleepsAgain());
        engine.StartWorkflow("w", "Sleep");
        for (var i = 0; i < 500; i++)
        {
            engine.Signal("w", "hello");
            engine.Pass(TimeSpan.FromSeconds(7));
            Assert.Equal(0, engine.Engine.RunsInMemory);
        }

        var sleeping = engine.Engine.Owners[0].Sleeping;
        Assert.Equal(1, sleeping.Count);
        Assert.InRange(sleeping.EntryCount, 1, 100);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        Assert.Equal(0, sleeping.Count);
    }

    [Fact]
    public void A_run_that_went_on_while_its_workflow_was_read_is_read_again()
    {
        PumpedEngine engine = new(Options, SleepsAgain());
        engine.StartWorkflow("w", "Sleep");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Reads.Hold("LoadAsync");
        var signal = engine.Service.SignalWorkflowExecutionAsync(
            new SignalWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), SignalName = "hello", RequestId = "one" },
            CancellationToken.None);
        engine.Settle();
        engine.Reads.Release();
        engine.Run(signal);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        Assert.Single(engine.History("w"), e => e.Type == EventType.WorkflowExecutionSignaled);
    }

    [Fact]
    public void A_run_that_goes_on_as_another_while_the_newest_is_read_does_not_pass_for_the_newest_again()
    {
        ScriptedWorker worker = new();
        worker.On("Chain", (task, history) => history switch
        {
            _ when history.Any(e => e.Type == EventType.WorkflowExecutionSignaled) => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()),
            _ when history.Any(e => e.Type == EventType.TimerFired) => ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand()),
            _ when history[0].Attributes is WorkflowExecutionStarted { ContinuedExecutionRunId: { IsNone: false } } => ScriptedWorker.Completed(),
            _ => ScriptedWorker.Completed(new StartTimerCommand { TimerId = "1", StartToFireTimeout = TimeSpan.FromSeconds(60) }),
        });
        PumpedEngine engine = new(Options with { IdleBeforeSettling = TimeSpan.FromSeconds(30) }, worker);
        var first = engine.StartWorkflow("w", "Chain").RunId;
        engine.Pass(TimeSpan.FromSeconds(55));
        Assert.Equal(0, engine.Engine.RunsInMemory);
        engine.Run(engine.Service.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest(PumpedEngine.Namespace, new WorkflowExecution("w", first)), CancellationToken.None));
        engine.Reads.Hold("FindNewestAsync");
        var signal = engine.Service.SignalWorkflowExecutionAsync(
            new SignalWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), SignalName = "hello", RequestId = "one" },
            CancellationToken.None);
        engine.Pass(TimeSpan.FromSeconds(20));
        Assert.Equal(1, engine.Engine.RunsInMemory); // the second, which the store does not know
        engine.Reads.Release();
        engine.Run(signal);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
    }

    [Fact]
    public void A_child_ends_with_its_parent_although_the_process_dies_before_it_was_told()
    {
        PumpedEngine engine = new(Options, SleepsAgain().On("Parent", (_, history) => history.Any(e => e.Type == EventType.StartChildWorkflowExecutionInitiated)
            ? ScriptedWorker.Completed()
            : ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = "child", WorkflowType = "Sleep", TaskQueue = PumpedEngine.TaskQueue })));
        var parent = engine.StartWorkflow("parent", "Parent");
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(0, engine.Engine.RunsInMemory);
        engine.Reads.Hold("FindNewestAsync");
        engine.Run(engine.Service.TerminateWorkflowExecutionAsync(
            new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("parent", parent.RunId) },
            CancellationToken.None));
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Reads.Release();
        engine.CrashAndRestart(5);
        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("child").Type);
    }

    [Fact]
    public void A_run_that_owes_its_children_its_end_is_not_settled_when_the_next_process_takes_it_up()
    {
        PumpedEngine engine = new(Options with { RunsPerSettlement = 1 }, SleepsAgain().On("Parent", (_, history) => history.Any(e => e.Type == EventType.StartChildWorkflowExecutionInitiated)
            ? ScriptedWorker.Completed()
            : ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = "child", WorkflowType = "Sleep", TaskQueue = PumpedEngine.TaskQueue })));
        var parent = engine.StartWorkflow("parent", "Parent");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Reads.Hold("FindNewestAsync");
        engine.Run(engine.Service.TerminateWorkflowExecutionAsync(
            new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("parent", parent.RunId) },
            CancellationToken.None));
        engine.Reads.Release();
        engine.CrashAndRestart(5);
        engine.Reads.Hold("FindNewestAsync");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Reads.Release();
        engine.CrashAndRestart(6);
        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("child").Type);
    }

    [Fact]
    public void A_child_that_cannot_be_read_is_told_of_the_end_of_its_parent_when_it_can()
    {
        PumpedEngine engine = new(Options, SleepsAgain().On("Parent", (_, history) => history.Any(e => e.Type == EventType.StartChildWorkflowExecutionInitiated)
            ? ScriptedWorker.Completed()
            : ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = "child", WorkflowType = "Sleep", TaskQueue = PumpedEngine.TaskQueue })));
        var parent = engine.StartWorkflow("parent", "Parent");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.Reads.Failing = "FindNewestAsync";
        engine.Run(engine.Service.TerminateWorkflowExecutionAsync(
            new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("parent", parent.RunId) },
            CancellationToken.None));
        engine.Pass(TimeSpan.FromMinutes(10));
        Assert.InRange(engine.Reads.FailureCount, 10, 20);
        engine.Reads.Failing = string.Empty;
        engine.Pass(TimeSpan.FromSeconds(80));
        Assert.Equal(0, engine.Engine.RunsInMemory);
        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("child").Type);
    }

    [Fact]
    public void A_parent_that_cannot_be_read_learns_of_the_end_of_its_child_when_it_can()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker()
            .On("Child", (_, history) => history.Any(e => e.Type == EventType.WorkflowExecutionSignaled) ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()) : ScriptedWorker.Completed())
            .On("Parent", (_, history) => history switch
            {
                _ when history.Any(e => e.Type == EventType.ChildWorkflowExecutionCompleted) => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()),
                _ when history.Any(e => e.Type == EventType.StartChildWorkflowExecutionInitiated) => ScriptedWorker.Completed(),
                _ => ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = "child", WorkflowType = "Child", TaskQueue = PumpedEngine.TaskQueue }),
            }));
        engine.StartWorkflow("parent", "Parent");
        for (var second = 0; second < 10; second++)
        {
            engine.Run(engine.Service.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest(PumpedEngine.Namespace, new WorkflowExecution("child", default)), CancellationToken.None));
            engine.Pass(TimeSpan.FromSeconds(1));
        }

        engine.Signal("child", "go");
        engine.Reads.Failing = "LoadAsync";
        engine.Pass(TimeSpan.FromSeconds(30));
        engine.Reads.Failing = string.Empty;
        engine.Pass(TimeSpan.FromSeconds(70));
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("parent").Type);
    }

    private static ScriptedWorker SleepsAgain() => new ScriptedWorker().On("Sleep", (_, history) =>
    {
        var (started, fired) = (history.Count(e => e.Type == EventType.TimerStarted), history.Count(e => e.Type == EventType.TimerFired));
        return (started, fired) switch
        {
            (_, 2) => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()),
            _ when started == fired => ScriptedWorker.Completed(new StartTimerCommand { TimerId = $"{started}", StartToFireTimeout = TimeSpan.FromDays(7) }),
            _ => ScriptedWorker.Completed(),
        };
    });
}
