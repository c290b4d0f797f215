using System.Collections.Immutable;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class StartLimitsTests
{
    private const string Type = "Wait";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_beyond_a_limit_waits_and_comes_in_in_order_also_after_crashes(bool settles)
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 2 } });
        for (var i = 0; i < 6; i++)
        {
            engine.StartWorkflow($"w{i}", Type);
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
    public void After_a_restart_nothing_is_let_in_before_the_workers_limits_are_known()
    {
        ScriptedWorker worker = Worker(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 } });
        PumpedEngine engine = new(null, worker);
        engine.StartWorkflow("a", Type);
        engine.StartWorkflow("b", Type);
        engine.Settle();
        engine.CrashAndRestart(1);
        engine.Settle();
        Assert.Equal(["a"], Running(engine, "a", "b"));
        engine.Signal("a", "end");
        engine.WaitForClose("a");
        engine.Settle();
        Assert.Equal(["b"], Running(engine, "a", "b"));
    }

    [Fact]
    public void Types_and_keys_are_limited_each_for_itself()
    {
        StartLimit one = new() { MaxConcurrent = 1 };
        var engine = Start(new TaskQueueLimits { WorkflowStartsByType = ImmutableDictionary<string, StartLimit>.Empty.Add("Other", one), WorkflowStartsPerKey = new StartLimit { MaxConcurrent = 2 }, WorkflowStartsPerKeyByType = ImmutableDictionary<string, StartLimit>.Empty.Add(Type, one) });
        engine.StartWorkflow("free1", Type);
        engine.StartWorkflow("free2", Type);
        engine.StartWorkflow("x1", Type, static r => r with { ConcurrencyKey = "x" });
        engine.StartWorkflow("x2", Type, static r => r with { ConcurrencyKey = "x" });
        engine.StartWorkflow("y1", Type, static r => r with { ConcurrencyKey = "y" });
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
        engine.StartWorkflow("a1", Type, static r => r with { ConcurrencyKey = "a" });
        engine.StartWorkflow("a2", Type, static r => r with { ConcurrencyKey = "a" });
        engine.StartWorkflow("b1", Type, static r => r with { ConcurrencyKey = "b" });
        engine.StartWorkflow("c1", Type);
        engine.StartWorkflow("late", Type);
        engine.StartWorkflow("urgent", Type, static r => r with { Priority = new Priority { PriorityKey = 1 } });
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
            engine.StartWorkflow($"w{i}", Type);
        }

        engine.RunUntil(() => Running(engine, 4).Length == 4);
        Assert.InRange((engine.Time.GetUtcNow() - begin).TotalSeconds, 6, 6.1);
    }

    [Fact]
    public void A_refused_start_names_the_runs_in_the_way_and_leaves_nothing()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStartsPerKey = new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected } });
        var first = engine.StartWorkflow("a", Type, WithKey).RunId;
        var refused = Assert.Throws<StartLimitReachedException>(() => engine.StartWorkflow("b", Type, WithKey));
        Assert.Equal(ErrorCodes.StartLimitReached, refused.Code);
        Assert.Equal([new WorkflowExecution("a", first)], refused.RunsInTheWay);
        Assert.Equal(ErrorCodes.NotFound, Assert.Throws<HoldfastException>(() => engine.History("b")).Code);
        engine.CrashAndRestart(1);
        engine.Settle();
        Assert.Throws<StartLimitReachedException>(() => engine.StartWorkflow("b", Type, WithKey));
        engine.Signal("a", "end");
        engine.WaitForClose("a");
        engine.Settle();
        engine.StartWorkflow("b", Type, WithKey);
        Assert.Equal(["b"], Running(engine, "b"));
    }

    [Fact]
    public void A_start_that_terminates_the_open_run_of_its_ID_takes_its_place_under_a_refusing_limit()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected } });
        engine.StartWorkflow("a", Type);
        engine.StartWorkflow("a", Type, static r => r with { WorkflowIdConflictPolicy = WorkflowIdConflictPolicy.TerminateExisting });
        Assert.Equal(["a"], Running(engine, "a"));
        Assert.Throws<StartLimitReachedException>(() => engine.StartWorkflow("b", Type));
    }

    [Fact]
    public void A_refusing_rate_names_no_runs()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { StartsPerSecond = 1, Policy = StartLimitPolicy.Rejected } });
        engine.StartWorkflow("a", Type);
        Assert.Empty(Assert.Throws<StartLimitReachedException>(() => engine.StartWorkflow("b", Type)).RunsInTheWay);
        engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        engine.StartWorkflow("b", Type);
    }

    [Theory]
    [InlineData(ReplacedRunAction.Terminate, EventType.WorkflowExecutionTerminated)]
    [InlineData(ReplacedRunAction.RequestCancel, EventType.WorkflowExecutionCanceled)]
    public void The_running_one_is_replaced_and_the_newest_of_those_that_wait_wins(ReplacedRunAction action, EventType end)
    {
        var engine = Start(new TaskQueueLimits { WorkflowStartsPerKey = new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Replaced, ReplacedRuns = action } });
        engine.StartWorkflow("a", Type, WithKey);
        engine.StartWorkflow("b", Type, WithKey);
        Assert.Equal(end, engine.WaitForClose("a").Type);
        engine.Settle();
        Assert.Equal(["b"], Running(engine, "b"));
        engine.StartWorkflow("slow", "Stubborn", WithKey);
        engine.Settle();
        engine.StartWorkflow("c", Type, WithKey);
        engine.StartWorkflow("d", Type, WithKey);
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
            engine.StartWorkflow("a", Type, WithKey);
            engine.Settle();
            var request = engine.Service.StartWorkflowExecutionAsync(WithKey(new StartWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, WorkflowId = "b", WorkflowType = Type, TaskQueue = PumpedEngine.TaskQueue, RequestId = "r" }), CancellationToken.None);
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
            engine.StartWorkflow($"w{i}", Type, WithKey);
            Pass(engine, 6);
        }

        Assert.Empty(Running(engine, "w2"));
        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("w0").Type);
        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("w1").Type);
        Pass(engine, 4);
        Assert.Equal(["w2"], Running(engine, "w2"));
        engine.StartWorkflow("other", Type, static r => r with { ConcurrencyKey = "other" });
        engine.StartWorkflow("none", Type);
        Assert.Equal(["none"], Running(engine, "other", "none"));
    }

    [Fact]
    public void Starts_that_never_cease_run_after_the_longest_delay_also_over_crashes()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStartsPerKey = new StartLimit { Policy = StartLimitPolicy.Debounced, QuietPeriod = TimeSpan.FromSeconds(10), MaximumDelay = TimeSpan.FromSeconds(25) } });
        for (var i = 0; i < 5; i++)
        {
            engine.StartWorkflow($"w{i}", Type, WithKey);
            Pass(engine, 4);
            engine.CrashAndRestart((ulong)i);
            Pass(engine, 2);
        }

        Assert.Equal(["w4"], Running(engine, 5));
        Assert.InRange((Scheduled(engine, "w4").Time - engine.History("w0")[0].Time).TotalSeconds, 25, 25.1);
    }

    [Fact]
    public void A_chain_keeps_its_place()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 } });
        engine.StartWorkflow("chain", Type);
        engine.StartWorkflow("waits", Type);
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
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 }, WorkflowStartsByType = ImmutableDictionary<string, StartLimit>.Empty.Add(Type, new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected }) });
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
        engine.StartWorkflow("a", Type);
        engine.StartWorkflow("b", Type);
        engine.StartWorkflow("c", Type);
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
            engine.StartWorkflow(id, Type);
        }

        engine.Run(engine.Service.RequestCancelWorkflowExecutionAsync(new RequestCancelWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("b", default), RequestId = "c" }, CancellationToken.None));
        engine.Run(engine.Service.TerminateWorkflowExecutionAsync(new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("c", default) }, CancellationToken.None));
        engine.Run(engine.Service.DeleteWorkflowExecutionAsync(new DeleteWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("d", default) }, CancellationToken.None));
        Assert.Equal(EventType.WorkflowExecutionCanceled, engine.WaitForClose("b").Type);
        engine.Signal("a", "end");
        engine.Settle();
        Assert.Equal(["e"], Running(engine, "e"));
    }

    [Fact]
    public void Limits_that_a_client_set_last_and_can_be_taken_back()
    {
        var engine = Start(null);
        Set(engine, new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 }, ActivitiesPerSecond = 3 });
        engine.StartWorkflow("a", Type);
        engine.StartWorkflow("b", Type);
        engine.CrashAndRestart(1);
        engine.Settle();
        var described = Describe(engine);
        Assert.Equal((1, 3d, true, 1, 1), (described.Limits?.WorkflowStarts?.MaxConcurrent, described.Limits?.ActivitiesPerSecond, described.AreLimitsOverridden, described.StartsWaiting, described.RunsUnderStartLimits));
        Assert.Equal(engine.History("b")[0].Time, described.OldestStartWaitingSince);
        Set(engine, null);
        engine.Settle();
        Assert.Equal(["a", "b"], Running(engine, "a", "b"));
        engine.CrashAndRestart(2);
        Assert.Null(Describe(engine).Limits);
    }

    [Fact]
    public void Limits_of_the_engines_options_hold_until_a_worker_or_a_client_gives_others()
    {
        TaskQueueLimits limits = new() { WorkflowStarts = new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected } };
        EngineOptions options = new() { TaskQueueLimits = ImmutableDictionary<(string, string), TaskQueueLimits>.Empty.Add((PumpedEngine.Namespace, PumpedEngine.TaskQueue), limits) };
        PumpedEngine engine = new(options);
        engine.StartWorkflow("a", Type);
        Assert.Throws<StartLimitReachedException>(() => engine.StartWorkflow("b", Type));
        engine.Engine.RegisterWorker(Worker(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 2 } }).Registration);
        engine.StartWorkflow("b", Type);
        Assert.Equal(["a", "b"], Running(engine, "a", "b"));
    }

    [Fact]
    public void A_higher_limit_lets_in_what_waits()
    {
        var engine = Start(null);
        Set(engine, new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 } });
        for (var i = 0; i < 5; i++)
        {
            engine.StartWorkflow($"w{i}", Type);
        }

        Set(engine, new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 3 } });
        engine.Settle();
        Assert.Equal(["w0", "w1", "w2"], Running(engine, 5));
    }

    [Theory]
    [InlineData(StartLimitPolicy.Queued)]
    [InlineData(StartLimitPolicy.Replaced)]
    [InlineData(StartLimitPolicy.Debounced)]
    public void A_limit_that_limits_nothing_is_refused(StartLimitPolicy policy) => Assert.Equal(
        ErrorCodes.InvalidArgument,
        Assert.Throws<HoldfastException>(() => new TaskQueueLimits { WorkflowStarts = new StartLimit { Policy = policy } }.Validate()).Code);

    private static StartWorkflowExecutionRequest WithKey(StartWorkflowExecutionRequest request) => request with { ConcurrencyKey = "k" };

    private static PumpedEngine Start(TaskQueueLimits? limits) => new(null, Worker(limits));

    /// <summary>Workflows that wait for a signal: "end" completes, "continue" continues as new; "Stubborn" does not mind being canceled.</summary>
    private static ScriptedWorker Worker(TaskQueueLimits? limits) => (limits is null ? new ScriptedWorker() : new ScriptedWorker(limits))
        .On(Type, static (_, history) => Decide(history, mindsCancel: true))
        .On("Other", static (_, history) => Decide(history, mindsCancel: true))
        .On("Stubborn", static (_, history) => Decide(history, mindsCancel: false))
        .On("Parent", static (_, history) => history.Count(static e => e.Type == EventType.ChildWorkflowExecutionCompleted) == 2
            ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : history.Any(static e => e.Type == EventType.StartChildWorkflowExecutionInitiated)
                ? ScriptedWorker.Completed()
                : ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = "child1", WorkflowType = Type }, new StartChildWorkflowExecutionCommand { WorkflowId = "child2", WorkflowType = Type }));

    private static WorkflowTaskResult Decide(IReadOnlyList<HistoryEvent> history, bool mindsCancel)
    {
        var signals = history.Select(static e => e.Attributes).OfType<WorkflowExecutionSignaled>().Select(static s => s.SignalName).ToList();
        return signals.Contains("end") ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : signals.Contains("continue") ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand())
            : mindsCancel && history.Any(static e => e.Type == EventType.WorkflowExecutionCancelRequested) ? ScriptedWorker.Completed(new CancelWorkflowExecutionCommand())
            : ScriptedWorker.Completed();
    }

    private static void Pass(PumpedEngine engine, int seconds)
    {
        var until = engine.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        engine.Settle();
        while (engine.Engine.NextDueTime is { } due && due <= until)
        {
            engine.Time.AdvanceTo(due);
            engine.Settle();
        }

        engine.Time.AdvanceTo(until);
        engine.Settle();
    }

    private static string[] Running(PumpedEngine engine, int count) => Running(engine, [.. Enumerable.Range(0, count).Select(static i => $"w{i}")]);

    /// <summary>Those of the workflows whose code has begun and not ended.</summary>
    private static string[] Running(PumpedEngine engine, params string[] workflowIds)
    {
        engine.Settle();
        return [.. workflowIds.Where(id => Exists(engine, id) && engine.History(id) is var history && history.Any(static e => e.Type == EventType.WorkflowTaskCompleted) && !IsClosed(history))];
    }

    private static bool Exists(PumpedEngine engine, string workflowId)
    {
        try
        {
            engine.History(workflowId);
            return true;
        }
        catch (HoldfastException exception) when (exception.Code == ErrorCodes.NotFound)
        {
            return false;
        }
    }

    private static bool IsClosed(IReadOnlyList<HistoryEvent> history) => history[^1].Type is EventType.WorkflowExecutionCompleted or EventType.WorkflowExecutionTerminated or EventType.WorkflowExecutionCanceled or EventType.WorkflowExecutionContinuedAsNew;

    private static HistoryEvent Scheduled(PumpedEngine engine, string workflowId) => engine.History(workflowId).First(static e => e.Type == EventType.WorkflowTaskScheduled);

    private static void Set(PumpedEngine engine, TaskQueueLimits? limits) =>
        engine.Run(engine.Service.UpdateTaskQueueConfigAsync(new UpdateTaskQueueConfigRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue, limits), CancellationToken.None));

    private static TaskQueueDescription Describe(PumpedEngine engine) =>
        engine.Run(engine.Service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue), CancellationToken.None));
}
