using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

/// <summary>Resets that carry over more than one turn of the owner takes.</summary>
public sealed class ResettingInTurnsTests
{
    private const int Signals = 5_200;
    private const int Few = 2_500;

    [Fact]
    public void Thousands_of_signals_are_carried_over_in_turns_between_which_others_have_theirs()
    {
        var engine = Waiting(Signals);
        var first = Newest(engine);
        engine.StartWorkflow("other", "Wait");
        engine.Settle();
        var reset = engine.Service.ResetWorkflowExecutionAsync(Request(), CancellationToken.None);
        engine.Engine.PumpOnce();
        var (turns, othersTurns) = (0, 0);
        var ofOther = SignalAsync(engine, "other", "o");
        for (var late = 0; !reset.IsCompleted && turns++ < 1_000; engine.Engine.PumpOnce())
        {
            if (ofOther.IsCompleted)
            {
                othersTurns++;
                ofOther = SignalAsync(engine, "other", "o");
                _ = late < 3 ? SignalAsync(engine, "w", $"late {late++}") : null;
            }
        }

        Assert.True(othersTurns >= 4, $"another run had {othersTurns} turns in {turns}");
        var again = engine.Run(reset).RunId;
        AssertWhole(engine, again, Signals, late: 3);
        engine.CrashAndRestart(1);
        AssertWhole(engine, again, Signals, late: 3);
        Assert.Equal(again, Newest(engine));
        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.WaitForClose("w", first).Type);
        Assert.Equal(again, engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request(), CancellationToken.None)).RunId);
        LeaveMemory(engine);
        AssertWhole(engine, again, Signals, late: 3);
    }

    [Fact]
    public void Wherever_a_crash_ends_such_a_reset_both_runs_change_or_neither_does()
    {
        var (changed, unchanged, unfinished) = (0, 0, 0);
        for (var seed = 1UL; seed <= 14; seed++)
        {
            var engine = Waiting(Few);
            var first = Newest(engine);
            _ = engine.Service.ResetWorkflowExecutionAsync(Request(), CancellationToken.None);
            engine.Disk.FailFlush((int)(seed % 5), seed);
            for (var turn = 0UL; turn < seed && engine.Fatal is null; turn++)
            {
                engine.Engine.PumpOnce();
            }

            unfinished += engine.Fatal is null ? 0 : 1;
            engine.CrashAndRestart(seed);
            var newest = Newest(engine);
            var isOpen = Status(engine, first) == WorkflowExecutionStatus.Running;
            Assert.Equal(isOpen, newest == first);
            AssertWhole(engine, newest, Few, late: 0);
            (changed, unchanged) = isOpen ? (changed, unchanged + 1) : (changed + 1, unchanged);
            var again = engine.Run(engine.Service.ResetWorkflowExecutionAsync(Request(), CancellationToken.None)).RunId;
            Assert.Equal(isOpen, again != newest);
            engine.CrashAndRestart(seed + 100);
            Assert.Equal(again, Newest(engine));
            AssertWhole(engine, again, Few, late: 0);
        }

        Assert.True(changed > 1 && unchanged > 3 && unfinished > 1, $"{changed} changed, {unchanged} did not, {unfinished} in the middle of a write");
    }

    [Fact]
    public void A_run_that_is_terminated_meanwhile_is_reset_as_one_that_was_closed_before()
    {
        var engine = Waiting(Few);
        var first = Newest(engine);
        var reset = BeginReset(engine);
        engine.Run(engine.Service.TerminateWorkflowExecutionAsync(new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", first), Reason = "enough" }, CancellationToken.None));
        Assert.False(reset.IsCompleted);
        var again = engine.Run(reset).RunId;
        AssertWhole(engine, again, Few, late: 0);
        Assert.Equal("enough", Assert.IsType<WorkflowExecutionTerminated>(engine.WaitForClose("w", first).Attributes).Reason);
        engine.CrashAndRestart(1);
        Assert.Equal((again, WorkflowExecutionStatus.Running), (Newest(engine), Status(engine, again)));
        AssertWhole(engine, again, Few, late: 0);
    }

    [Fact]
    public void A_run_that_goes_on_as_another_meanwhile_is_carried_over_with_that_one()
    {
        var engine = Hopping(Few);
        var first = Newest(engine);
        var reset = BeginReset(engine);
        var hop = SignalAsync(engine, "w", "hop");
        while (!hop.IsCompleted)
        {
            engine.Engine.PumpOnce();
        }

        Assert.False(reset.IsCompleted);
        _ = SignalAsync(engine, "w", "late");
        var again = engine.Run(reset).RunId;
        engine.Settle();
        AssertNames(engine, again, [.. Names(Few), "hop", "late"]);
        Assert.Equal(WorkflowExecutionStatus.ContinuedAsNew, Status(engine, first));
        engine.CrashAndRestart(1);
        AssertNames(engine, again, [.. Names(Few), "hop", "late"]);
    }

    [Fact]
    public void A_request_that_comes_again_while_the_first_is_under_way_is_answered_with_the_same_run()
    {
        var engine = Waiting(Few);
        var reset = BeginReset(engine);
        var again = engine.Service.ResetWorkflowExecutionAsync(Request(), CancellationToken.None);
        Assert.Equal(engine.Run(reset).RunId, engine.Run(again).RunId);
        AssertWhole(engine, Newest(engine), Few, late: 0);
    }

    [Fact]
    public void Two_resets_at_a_time_happen_one_after_the_other()
    {
        var engine = Waiting(Few);
        var reset = BeginReset(engine);
        var other = engine.Service.ResetWorkflowExecutionAsync(Request() with { RequestId = "r2" }, CancellationToken.None);
        var (one, two) = (engine.Run(reset).RunId, engine.Run(other).RunId);
        Assert.NotEqual(one, two);
        var newest = Newest(engine);
        Assert.Equal([WorkflowExecutionStatus.Running, WorkflowExecutionStatus.Terminated], new[] { newest, newest == one ? two : one }.Select(id => Status(engine, id)));
        engine.CrashAndRestart(1);
        Assert.Equal(newest, Newest(engine));
        AssertWhole(engine, newest, Few, late: 0);
    }

    [Fact]
    public void What_would_become_too_many_events_is_refused_on_the_way_and_leaves_nothing()
    {
        PumpedEngine engine = new(new EngineOptions { Owners = 1, Limits = EngineLimits.Default with { HistoryEvents = (2 * Few) - 100 } }, Hop());
        engine.StartWorkflow("w", "Hop");
        Signal(engine, Few);
        var first = Newest(engine);
        engine.Signal("w", "hop");
        engine.Settle();
        Signal(engine, Few);
        var newest = Newest(engine);
        var request = Request() with { Execution = new WorkflowExecution("w", first) };
        Assert.Equal(ErrorCodes.LimitExceeded, Assert.Throws<HoldfastException>(() => engine.Run(engine.Service.ResetWorkflowExecutionAsync(request, CancellationToken.None))).Code);
        Assert.Equal((newest, WorkflowExecutionStatus.Running), (Newest(engine), Status(engine, newest)));
        var without = engine.Run(engine.Service.ResetWorkflowExecutionAsync(request with { Exclusions = ResetReapplyExclusions.Signals }, CancellationToken.None)).RunId;
        engine.CrashAndRestart(1);
        Assert.Equal(without, Newest(engine));
        AssertNames(engine, without, []);
    }

    [Fact]
    public void The_journal_keeps_what_was_written_ahead_however_long_the_reset_takes()
    {
        var engine = Hopping(Few);
        var first = Newest(engine);
        engine.Signal("w", "hop");
        engine.Settle();
        LeaveMemory(engine);
        Status(engine, first); // reads the run
        engine.Reads.Hold("LoadAsync");
        var reset = engine.Service.ResetWorkflowExecutionAsync(Request() with { Execution = new WorkflowExecution("w", first) }, CancellationToken.None);
        engine.Settle();
        for (var minute = 0; minute < 3; minute++)
        {
            MakeNoise(engine, $"noise {minute}");
            LeaveMemory(engine);
        }

        Assert.False(reset.IsCompleted);
        engine.Reads.Release();
        var again = engine.Run(reset).RunId;
        engine.CrashAndRestart(1);
        AssertNames(engine, again, [.. Names(Few), "hop"]);
    }

    private static PumpedEngine Waiting(int signals)
    {
        PumpedEngine engine = new(new EngineOptions { Owners = 1, MessagesPerBatch = 1 }, new ScriptedWorker().On("Wait", static (_, _) => ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        Signal(engine, signals);
        return engine;
    }

    private static PumpedEngine Hopping(int signals)
    {
        PumpedEngine engine = new(new EngineOptions { Owners = 1, MessagesPerBatch = 1 }, Hop());
        engine.StartWorkflow("w", "Hop");
        Signal(engine, signals);
        return engine;
    }

    /// <summary>Continues as new on the signal "hop", once in the history of a workflow.</summary>
    private static ScriptedWorker Hop() => new ScriptedWorker().On("Hop", static (_, history) =>
        history.Any(static e => e.Attributes is WorkflowExecutionSignaled { SignalName: "hop" }) && history[0].Attributes is WorkflowExecutionStarted { OriginalExecutionRunId: null }
            ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand())
            : ScriptedWorker.Completed());

    private static Task<ResetWorkflowExecutionResponse> BeginReset(PumpedEngine engine)
    {
        var reset = engine.Service.ResetWorkflowExecutionAsync(Request(), CancellationToken.None);
        engine.Engine.PumpOnce();
        engine.Engine.PumpOnce();
        return reset;
    }

    /// <summary>While the run is paused, so that it has no workflow task for each.</summary>
    private static void Signal(PumpedEngine engine, int count)
    {
        engine.Settle();
        WorkflowExecution run = new("w", default);
        engine.Run(engine.Service.PauseWorkflowExecutionAsync(new PauseWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = run, RequestId = Guid.NewGuid().ToString() }, CancellationToken.None));
        foreach (var names in Names(count).Chunk(500))
        {
            Task[] signals = [.. names.Select(name => SignalAsync(engine, "w", name))];
            foreach (var signal in signals)
            {
                engine.Run(signal);
            }
        }

        engine.Run(engine.Service.UnpauseWorkflowExecutionAsync(new UnpauseWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = run, RequestId = Guid.NewGuid().ToString() }, CancellationToken.None));
        engine.Settle();
    }

    private static void MakeNoise(PumpedEngine engine, string id)
    {
        engine.StartWorkflow(id, "Hop");
        for (var i = 0; i < 40; i++)
        {
            engine.Run(engine.Service.SignalWorkflowExecutionAsync(
                new SignalWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(id, default), SignalName = "large", Input = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[50_000])), RequestId = Guid.NewGuid().ToString() },
                CancellationToken.None));
        }

        engine.Settle();
    }

    private static void LeaveMemory(PumpedEngine engine)
    {
        for (var i = 0; i < 3; i++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(1));
            engine.Settle();
        }

        Assert.Equal(0, engine.Engine.RunsInMemory);
    }

    private static Task SignalAsync(PumpedEngine engine, string workflowId, string name) => engine.Service.SignalWorkflowExecutionAsync(
        new SignalWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(workflowId, default), SignalName = name, RequestId = Guid.NewGuid().ToString() },
        CancellationToken.None);

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(static i => $"signal {i}");

    private static void AssertWhole(PumpedEngine engine, RunId runId, int signals, int late) =>
        AssertNames(engine, runId, [.. Names(signals), .. Enumerable.Range(0, late).Select(static i => $"late {i}")]);

    private static void AssertNames(PumpedEngine engine, RunId runId, IReadOnlyList<string> names)
    {
        var history = engine.History("w", runId);
        Assert.Equal(names, history.Select(static e => e.Attributes).OfType<WorkflowExecutionSignaled>().Select(static s => s.SignalName));
        Assert.Equal(Enumerable.Range(1, history.Count).Select(static i => (long)i), history.Select(static e => e.EventId));
        Assert.Equal(history.Select(static e => e.Time).Order(), history.Select(static e => e.Time));
    }

    private static ResetWorkflowExecutionRequest Request() => new()
    {
        Namespace = PumpedEngine.Namespace,
        Execution = new WorkflowExecution("w", default),
        RequestId = "r1",
        Reason = "try again",
        Target = ResetTarget.FirstWorkflowTask,
    };

    private static RunId Newest(PumpedEngine engine) => Describe(engine, RunId.None).Info.Execution.RunId;

    private static WorkflowExecutionStatus Status(PumpedEngine engine, RunId runId) => Describe(engine, runId).Info.Status;

    private static WorkflowExecutionDescription Describe(PumpedEngine engine, RunId runId) => engine.Run(engine.Service.DescribeWorkflowExecutionAsync(
        new DescribeWorkflowExecutionRequest(PumpedEngine.Namespace, new WorkflowExecution("w", runId)),
        CancellationToken.None));
}
