using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

/// <summary>The machine's clock may be set back between two lives of a process.</summary>
public sealed class ClockTests
{
    private static readonly EngineOptions Options = new() { Owners = 2, IdleBeforeSettling = TimeSpan.FromSeconds(5) };

    [Fact]
    public void A_history_goes_on_with_the_time_at_which_it_was_until_the_clock_has_caught_up()
    {
        var engine = AfterClockWasAhead(out var ahead);
        engine.Signal("w", "hello");
        engine.Settle();
        var history = engine.History("w");
        Assert.True(history[^1].Time >= ahead);
        Assert.Equal(history.Select(e => e.Time).Order(), history.Select(e => e.Time));
    }

    [Fact]
    public void What_is_buffered_under_a_workflow_task_is_not_later_than_the_event_that_becomes_of_it()
    {
        RunEntry run = new(new WorkflowKey("default", "w"), RunId.None);
        var (task, signal) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));
        run.Append(new HistoryEvent(1, task, new TimerStarted { TimerId = "1", StartToFireTimeout = TimeSpan.FromMinutes(1), WorkflowTaskCompletedEventId = 0 }));
        run.Append(new EventBuffered(signal, new TimerFired { TimerId = "1", StartedEventId = 1 }));
        Assert.Equal(signal, run.LastTime);
    }

    [Fact]
    public void A_run_whose_history_is_ahead_of_the_clock_leaves_memory_like_any_other()
    {
        var engine = AfterClockWasAhead(out _);
        engine.Signal("w", "hello");
        for (var second = 0; second < 10; second++)
        {
            engine.Time.Advance(TimeSpan.FromSeconds(1));
            engine.Settle();
        }

        Assert.Equal(0, engine.Engine.RunsInMemory);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_newest_run_of_a_workflow_is_the_one_that_started_last(bool isSettled)
    {
        var engine = AfterClockWasAhead(out _, isSettled);
        engine.Signal("w", "end");
        engine.WaitForClose("w");
        var second = engine.StartWorkflow("w", "Waits");
        engine.Settle();
        engine.Time.Advance(TimeSpan.FromSeconds(10));
        engine.Settle();
        engine.CrashAndRestart(4);
        engine.Signal("w", "end");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w", second.RunId).Type);
    }

    [Fact]
    public void The_history_of_a_run_that_comes_of_a_reset_goes_on_with_the_time_of_the_other()
    {
        var engine = AfterClockWasAhead(out var ahead);
        ResetWorkflowExecutionRequest request = new() { Namespace = "default", Execution = new WorkflowExecution("w", RunId.None), Target = ResetTarget.LastWorkflowTask, RequestId = "r1" };
        var reset = engine.Run(engine.Service.ResetWorkflowExecutionAsync(request, CancellationToken.None)).RunId;
        engine.Settle();
        var history = engine.History("w", reset);
        Assert.True(history[^1].Time >= ahead);
        Assert.Equal(history.Select(e => e.Time).Order(), history.Select(e => e.Time));
    }

    /// <summary>An engine in its second life, with a run from the first, when the clock was an hour ahead.</summary>
    private static PumpedEngine AfterClockWasAhead(out DateTimeOffset ahead, bool isSettled = false)
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().On("Waits", (_, history) => history.Any(e => e.Attributes is WorkflowExecutionSignaled { SignalName: "end" })
            ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : ScriptedWorker.Completed()));
        engine.Clock.Skew = TimeSpan.FromHours(1);
        engine.StartWorkflow("w", "Waits");
        engine.Settle();
        ahead = engine.Clock.GetUtcNow();
        for (var second = 0; isSettled && second < 10; second++)
        {
            engine.Time.Advance(TimeSpan.FromSeconds(1));
            engine.Settle();
        }

        engine.Clock.Skew = TimeSpan.Zero;
        engine.CrashAndRestart(3);
        return engine;
    }
}
