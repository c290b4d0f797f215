using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class ResettingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Over_a_crash_both_runs_change_or_neither_does(int turnsBeforeCrash)
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.OnSequence("Three", 3));
        worker.Activity = static task => task.ActivityId == "3" ? null : new ActivityOutcome.Completed(Payloads.Empty);
        var first = engine.StartWorkflow("w", "Three").RunId;
        engine.Settle();
        _ = engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.FirstWorkflowTask), CancellationToken.None);
        for (var turn = 0; turn < turnsBeforeCrash; turn++)
        {
            engine.Engine.PumpOnce();
        }

        engine.CrashAndRestart((ulong)turnsBeforeCrash);
        var isOpen = Describe(engine, first).Info.Status == WorkflowExecutionStatus.Running;
        var newest = Describe(engine, RunId.None).Info.Execution.RunId;
        Assert.Equal(isOpen, newest == first);
        var again = engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.FirstWorkflowTask), CancellationToken.None)).RunId;
        Assert.Equal(isOpen, again != newest);
        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("w", first).Type);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w", again).Type);
        Assert.Equal(again, Describe(engine, first).ResetRunId);
    }

    [Fact]
    public void A_request_that_comes_again_when_others_have_followed_changes_nothing()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", static (_, _) => ScriptedWorker.Completed()));
        var first = engine.StartWorkflow("w", "Wait").RunId;
        engine.Settle();
        var request = Request("r1", ResetTarget.FirstWorkflowTask) with { Execution = new WorkflowExecution("w", first) };
        var second = engine.Run(engine.Service.ResetWorkflowExecutionAsync(request, CancellationToken.None)).RunId;
        var third = engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r2", ResetTarget.FirstWorkflowTask), CancellationToken.None)).RunId;
        engine.Signal("w", "hello");
        engine.CrashAndRestart(1);
        Assert.Equal(second, engine.Run(engine.Service.ResetWorkflowExecutionAsync(request, CancellationToken.None)).RunId);
        Assert.Equal(third, Describe(engine, RunId.None).Info.Execution.RunId);
        Assert.Contains(engine.History("w"), static e => e.Type == EventType.WorkflowExecutionSignaled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_request_that_comes_again_after_the_run_that_it_made_was_continued_is_answered_with_that_run(bool isSettled)
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Hop", static (_, history) => history.Any(static e => e.Type == EventType.WorkflowExecutionSignaled)
            ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand())
            : ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Hop");
        engine.Settle();
        var reset = engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.FirstWorkflowTask), CancellationToken.None)).RunId;
        engine.Signal("w", "on");
        engine.Settle();
        engine.Signal("w", "on");
        engine.Settle();
        for (var minute = 0; isSettled && minute < 3; minute++)
        {
            engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
            engine.Settle();
        }

        var newest = Describe(engine, RunId.None).Info.Execution.RunId;
        Assert.NotEqual(reset, newest);
        Assert.Equal(reset, engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.FirstWorkflowTask), CancellationToken.None)).RunId);
        engine.CrashAndRestart(1);
        Assert.Equal(reset, engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.FirstWorkflowTask), CancellationToken.None)).RunId);
        Assert.Equal(newest, Describe(engine, RunId.None).Info.Execution.RunId);
        Assert.NotEqual(reset, engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r2", ResetTarget.FirstWorkflowTask), CancellationToken.None)).RunId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_start_that_comes_again_after_a_reset_is_answered_with_the_run_that_it_made(bool isSettled)
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", static (_, _) => ScriptedWorker.Completed()));
        var first = engine.StartWorkflow("w", "Wait", static r => r with { RequestId = "start-1" }).RunId;
        engine.Settle();
        var reset = engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.FirstWorkflowTask), CancellationToken.None)).RunId;
        for (var minute = 0; isSettled && minute < 3; minute++)
        {
            engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
            engine.Settle();
        }

        Assert.Equal(first, engine.StartWorkflow("w", "Wait", static r => r with { RequestId = "start-1" }).RunId);
        Assert.Equal(reset, Describe(engine, RunId.None).Info.Execution.RunId);
    }

    [Fact]
    public void A_closed_and_settled_run_is_reset_and_runs_to_another_end()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.OnSequence("Two", 2));
        worker.Activity = static task => new ActivityOutcome.Failed(new Failure { Message = "no", Info = new FailureInfo.Application("No", true, Payloads.Empty) });
        var first = engine.StartWorkflow("w", "Two").RunId;
        Assert.Equal(EventType.WorkflowExecutionFailed, engine.WaitForClose("w").Type);
        engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        engine.Settle();
        Assert.Equal(0, engine.Engine.RunsInMemory);
        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        var second = engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.FirstWorkflowTask), CancellationToken.None)).RunId;
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w", second).Type);
        Assert.Equal(EventType.WorkflowExecutionFailed, engine.WaitForClose("w", first).Type);
        engine.CrashAndRestart(3);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
    }

    [Fact]
    public void A_history_of_many_journal_records_is_reset_and_recovered()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", static (_, _) => ScriptedWorker.Completed()));
        var first = engine.StartWorkflow("w", "Wait").RunId;
        SignalLarge(engine, 40);
        var again = engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.LastWorkflowTask), CancellationToken.None)).RunId;
        engine.CrashAndRestart(1);
        Assert.Equal(40, engine.History("w", again).Count(static e => e.Type == EventType.WorkflowExecutionSignaled));
        Assert.Equal((WorkflowExecutionStatus.Terminated, WorkflowExecutionStatus.Running), (Describe(engine, first).Info.Status, Describe(engine, again).Info.Status));
        engine.Signal("w", "small");
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        engine.Settle();
        Assert.Equal(0, engine.Engine.RunsInMemory);
        engine.CrashAndRestart(2);
        Assert.Equal(41, engine.History("w").Count(static e => e.Type == EventType.WorkflowExecutionSignaled));
        Assert.Equal(Enumerable.Range(1, engine.History("w").Count).Select(static i => (long)i), engine.History("w").Select(static e => e.EventId));
    }

    [Fact]
    public void Others_have_their_turns_between_the_sections_of_a_large_reset_and_what_comes_to_the_run_meanwhile_is_carried_over()
    {
        PumpedEngine engine = new(new EngineOptions { Owners = 1, MessagesPerBatch = 1 }, new ScriptedWorker().On("Wait", static (_, _) => ScriptedWorker.Completed()));
        var first = engine.StartWorkflow("w", "Wait").RunId;
        engine.StartWorkflow("other", "Wait");
        SignalLarge(engine, 100);
        var reset = engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.LastWorkflowTask), CancellationToken.None);
        engine.Engine.PumpOnce();
        Task[] signals = [.. new[] { "other", "w" }.Select(id => engine.Service.SignalWorkflowExecutionAsync(
            new SignalWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(id, default), SignalName = "late", RequestId = $"late-{id}" },
            CancellationToken.None))];
        for (var turn = 0; turn < 50 && !signals[0].IsCompleted; turn++)
        {
            engine.Engine.PumpOnce();
        }

        Assert.True(signals[0].IsCompletedSuccessfully);
        Assert.False(reset.IsCompleted);
        var again = engine.Run(reset).RunId;
        Assert.True(signals[1].IsCompletedSuccessfully);
        Assert.Equal(again, Describe(engine, RunId.None).Info.Execution.RunId);
        engine.CrashAndRestart(1);
        var history = engine.History("w", again);
        Assert.Equal(101, history.Count(static e => e.Type == EventType.WorkflowExecutionSignaled));
        Assert.Equal(Enumerable.Range(1, history.Count).Select(static i => (long)i), history.Select(static e => e.EventId));
        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("w", first).Type);
    }

    [Fact]
    public void A_run_that_begins_while_a_large_reset_is_copied_is_superseded_by_it()
    {
        PumpedEngine engine = new(new EngineOptions { Owners = 1, MessagesPerBatch = 1 }, new ScriptedWorker().On("Hop", static (_, history) => history.Any(static e => e.Attributes is WorkflowExecutionSignaled { SignalName: "hop" })
            ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand())
            : ScriptedWorker.Completed()));
        var first = engine.StartWorkflow("w", "Hop").RunId;
        SignalLarge(engine, 100);
        var reset = engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.LastWorkflowTask), CancellationToken.None);
        engine.Engine.PumpOnce();
        engine.Signal("w", "hop");
        var again = engine.Run(reset).RunId;
        engine.Settle();
        var newest = Describe(engine, RunId.None).Info;
        Assert.NotEqual(first, newest.Execution.RunId);
        Assert.True(engine.History("w", again)[0].Attributes is WorkflowExecutionStarted { OriginalExecutionRunId: { } original } && original == first);
        engine.CrashAndRestart(2);
        Assert.Equal(newest.Execution.RunId, Describe(engine, RunId.None).Info.Execution.RunId);
        Assert.Equal(again, engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.LastWorkflowTask), CancellationToken.None)).RunId);
    }

    [Fact]
    public void Signals_of_many_journal_records_are_carried_over_from_later_runs()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Hop", static (_, history) => history.Count(static e => e.Type == EventType.WorkflowExecutionSignaled) == 2
            ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand())
            : ScriptedWorker.Completed()));
        var first = engine.StartWorkflow("w", "Hop").RunId;
        SignalLarge(engine, 31);
        var request = Request("r1", ResetTarget.FirstWorkflowTask);
        var reset = engine.Run(engine.Service.ResetWorkflowExecutionAsync(request with { Execution = request.Execution with { RunId = first } }, CancellationToken.None)).RunId;
        Assert.Equal(31, engine.History("w", reset).Count(static e => e.Type == EventType.WorkflowExecutionSignaled));
        engine.CrashAndRestart(1);
        Assert.Equal(31, engine.History("w", reset).Count(static e => e.Type == EventType.WorkflowExecutionSignaled));
    }

    [Fact]
    public void Whatever_a_crash_in_the_middle_of_a_large_reset_leaves_both_runs_change_or_neither_does()
    {
        var (changed, unchanged, unfinished) = (0, 0, 0);
        for (var seed = 1UL; seed <= 30; seed++)
        {
            PumpedEngine engine = new(new EngineOptions { Owners = 1 }, new ScriptedWorker().On("Wait", static (_, _) => ScriptedWorker.Completed()));
            var first = engine.StartWorkflow("w", "Wait").RunId;
            SignalLarge(engine, 30);
            engine.Disk.FailFlush((int)(seed % 15), seed);
            _ = engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.FirstWorkflowTask), CancellationToken.None);
            for (var turn = 0UL; turn < 2 + (seed % 9) && engine.Fatal is null; turn++)
            {
                engine.Engine.PumpOnce();
            }

            unfinished += engine.Fatal is null ? 0 : 1;
            engine.CrashAndRestart(seed);
            var isOpen = Describe(engine, first).Info.Status == WorkflowExecutionStatus.Running;
            var newest = Describe(engine, RunId.None).Info.Execution.RunId;
            Assert.Equal(isOpen, newest == first);
            Assert.Equal(30, engine.History("w").Count(static e => e.Type == EventType.WorkflowExecutionSignaled));
            (changed, unchanged) = isOpen ? (changed, unchanged + 1) : (changed + 1, unchanged);
            var again = engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.FirstWorkflowTask), CancellationToken.None)).RunId;
            Assert.Equal(isOpen, again != newest);
            engine.CrashAndRestart(seed + 100);
            Assert.Equal(again, Describe(engine, RunId.None).Info.Execution.RunId);
            Assert.Equal(30, engine.History("w").Count(static e => e.Type == EventType.WorkflowExecutionSignaled));
        }

        Assert.True(changed > 3 && unchanged > 3 && unfinished > 3, $"{changed} changed, {unchanged} did not, {unfinished} in the middle of a write");
    }

    [Fact]
    public void A_reset_whose_run_would_begin_at_the_limits_of_a_history_is_refused_and_changes_nothing()
    {
        PumpedEngine engine = new(
            new EngineOptions { Owners = 1, Limits = EngineLimits.Default with { HistoryBytes = 400_000 } },
            new ScriptedWorker().On("Hop", static (_, history) => history.Count(static e => e.Type == EventType.WorkflowExecutionSignaled) == 2
                ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand())
                : ScriptedWorker.Completed()));
        var first = engine.StartWorkflow("w", "Hop").RunId;
        SignalLarge(engine, 9);
        var newest = Describe(engine, RunId.None).Info.Execution.RunId;
        var request = Request("r1", ResetTarget.FirstWorkflowTask) with { Execution = new WorkflowExecution("w", first) };
        var refused = Assert.Throws<HoldfastException>(() => engine.Run(engine.Service.ResetWorkflowExecutionAsync(request, CancellationToken.None)));
        Assert.Equal(ErrorCodes.LimitExceeded, refused.Code);
        Assert.Equal(newest, Describe(engine, RunId.None).Info.Execution.RunId);
        var without = engine.Run(engine.Service.ResetWorkflowExecutionAsync(request with { Exclusions = ResetReapplyExclusions.Signals }, CancellationToken.None)).RunId;
        Assert.Equal(WorkflowExecutionStatus.Running, Describe(engine, without).Info.Status);
    }

    [Fact]
    public void Signals_of_the_runs_that_continued_it_are_carried_over()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.On("Chain", (_, history) => history.Any(e => e.Type == EventType.WorkflowExecutionSignaled)
            ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand())
            : ScriptedWorker.Completed()));
        var first = engine.StartWorkflow("w", "Chain").RunId;
        engine.Settle();
        foreach (var name in new[] { "one", "two" })
        {
            engine.Signal("w", name);
            engine.Settle();
        }

        worker.On("Chain", (_, _) => ScriptedWorker.Completed());
        engine.Signal("w", "three");
        var request = Request("r1", ResetTarget.FirstWorkflowTask);
        var reset = engine.Run(engine.Service.ResetWorkflowExecutionAsync(request with { Execution = new WorkflowExecution("w", first) }, CancellationToken.None)).RunId;
        var signals = engine.History("w", reset).Select(e => e.Attributes).OfType<WorkflowExecutionSignaled>().Select(s => s.SignalName);
        Assert.Equal(["one", "two", "three"], signals);
        Assert.Equal(reset, Describe(engine, RunId.None).Info.Execution.RunId);
    }

    [Fact]
    public void The_end_of_a_child_that_only_the_other_run_had_is_not_told_as_that_of_another_child()
    {
        ScriptedWorker worker = new();
        worker.On("Parent", (_, history) => history switch
        {
            _ when history.Any(e => e.Type == EventType.ChildWorkflowExecutionCompleted) => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()),
            _ when history.Any(e => e.Type == EventType.StartChildWorkflowExecutionInitiated) => ScriptedWorker.Completed(),
            _ when history.All(e => e.Type != EventType.WorkflowExecutionSignaled) => ScriptedWorker.Completed(),
            _ => ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = history.Any(e => e.Type == EventType.WorkflowTaskFailed) ? "second" : "first", WorkflowType = "Child" }),
        });
        worker.On("Child", (_, history) => history.Any(e => e.Type == EventType.WorkflowExecutionSignaled) ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()) : ScriptedWorker.Completed());
        PumpedEngine engine = new(null, worker);
        var parent = engine.StartWorkflow("w", "Parent").RunId;
        engine.Settle();
        engine.Signal("w", "go");
        engine.Settle();
        var reset = engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.FirstWorkflowTask), CancellationToken.None)).RunId;
        engine.Settle();
        Assert.Equal(PlaceOfChild(engine, parent), PlaceOfChild(engine, reset));
        engine.Signal("first", "end");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("first").Type);
        engine.Settle();
        Assert.DoesNotContain(engine.History("w", reset), static e => e.Type == EventType.ChildWorkflowExecutionCompleted);
        engine.Signal("second", "end");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w", reset).Type);
    }

    [Fact]
    public void A_child_that_ends_after_its_parent_was_reset_is_told_to_the_new_run()
    {
        ScriptedWorker worker = new();
        worker.On("Parent", (_, history) => history switch
        {
            _ when history.Any(e => e.Type == EventType.ChildWorkflowExecutionCompleted) => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()),
            _ when history.Any(e => e.Type == EventType.StartChildWorkflowExecutionInitiated) => ScriptedWorker.Completed(),
            _ => ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = "child", WorkflowType = "Child" }),
        });
        worker.On("Child", (_, history) => history.Any(e => e.Type == EventType.WorkflowExecutionSignaled) ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()) : ScriptedWorker.Completed());
        PumpedEngine engine = new(null, worker);
        engine.StartWorkflow("w", "Parent");
        engine.Settle();
        var reset = engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.LastWorkflowTask), CancellationToken.None)).RunId;
        engine.Settle();
        engine.CrashAndRestart(1);
        engine.Signal("child", "go");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w", reset).Type);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("child").Type);
    }

    [Fact]
    public void A_reset_to_where_it_cannot_be_is_refused_and_changes_nothing()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        var first = engine.StartWorkflow("w", "Wait").RunId;
        engine.Settle();
        var refused = engine.Service.ResetWorkflowExecutionAsync(Request("r1", ResetTarget.WorkflowTaskEvent) with { WorkflowTaskFinishEventId = 2 }, CancellationToken.None);
        Assert.Equal(ErrorCodes.ResetPointInvalid, Assert.Throws<HoldfastException>(() => engine.Run(refused)).Code);
        Assert.Equal(first, Describe(engine, RunId.None).Info.Execution.RunId);
    }

    private static ResetWorkflowExecutionRequest Request(string requestId, ResetTarget target) => new()
    {
        Namespace = PumpedEngine.Namespace,
        Execution = new WorkflowExecution("w", default),
        RequestId = requestId,
        Reason = "try again",
        Target = target,
    };

    private static long PlaceOfChild(PumpedEngine engine, RunId runId) => engine.History("w", runId).Single(static e => e.Type == EventType.StartChildWorkflowExecutionInitiated).EventId;

    private static WorkflowExecutionDescription Describe(PumpedEngine engine, RunId runId) => engine.Run(engine.Service.DescribeWorkflowExecutionAsync(
        new DescribeWorkflowExecutionRequest(PumpedEngine.Namespace, new WorkflowExecution("w", runId)),
        CancellationToken.None));

    private static void SignalLarge(PumpedEngine engine, int count)
    {
        for (var i = 0; i < count; i++)
        {
            engine.Run(engine.Service.SignalWorkflowExecutionAsync(
                new SignalWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), SignalName = "large", Input = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[50_000])), RequestId = Guid.NewGuid().ToString() },
                CancellationToken.None));
            engine.Settle();
        }
    }
}
