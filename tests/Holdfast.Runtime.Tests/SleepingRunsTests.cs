using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class SleepingRunsTests
{
    private static readonly TimeSpan Sleep = TimeSpan.FromDays(7);
    private static readonly EngineOptions Options = new() { Owners = 1, IdleBeforeSettling = TimeSpan.FromSeconds(5), WakeAhead = TimeSpan.FromSeconds(30) };

    [Fact]
    public void A_sleeping_run_is_read_ahead_of_its_time_and_its_timer_fires_at_its_time_without_the_store()
    {
        var engine = Asleep(Options, runs: 1, out var dueTime);
        AdvanceTo(engine, dueTime - Options.WakeAhead - TimeSpan.FromSeconds(1));
        Assert.Equal(0, engine.Engine.RunsInMemory);
        AdvanceTo(engine, dueTime - Options.WakeAhead);
        Assert.Equal(1, engine.Engine.RunsInMemory);
        engine.Reads.Hold("LoadManyAsync");
        AdvanceTo(engine, dueTime - TimeSpan.FromMilliseconds(1));
        Assert.DoesNotContain(engine.History("w0"), e => e.Type == EventType.TimerFired);
        AdvanceTo(engine, dueTime);
        Assert.Equal(dueTime, Assert.Single(engine.History("w0"), e => e.Type == EventType.TimerFired).Time);
    }

    [Fact]
    public void A_run_that_is_due_soon_does_not_leave_memory_however_long_it_has_been_idle()
    {
        var engine = Asleep(Options, runs: 1, out var dueTime);
        AdvanceTo(engine, dueTime - Options.WakeAhead);
        engine.Reads.Hold("LoadManyAsync"); // one that left would not come back
        for (var second = 0; second < 29; second++)
        {
            AdvanceTo(engine, engine.Time.GetUtcNow() + TimeSpan.FromSeconds(1));
            Assert.Equal(1, engine.Engine.RunsInMemory);
        }
    }

    [Fact]
    public void While_as_many_runs_are_in_memory_as_should_be_none_is_read_ahead_and_all_are_read_at_their_time()
    {
        var engine = Asleep(Options with { RunsInMemoryGoal = 2, MessagesPerBatch = 1 }, runs: 5, out var dueTime);
        AdvanceTo(engine, dueTime - TimeSpan.FromSeconds(1));
        Assert.Equal(2, engine.Engine.RunsInMemory);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose($"w{i}").Type);
            Assert.Equal(dueTime, Assert.Single(engine.History($"w{i}"), e => e.Type == EventType.TimerFired).Time);
        }
    }

    [Fact]
    public void A_run_that_cannot_be_read_ahead_is_read_again_a_second_later()
    {
        var engine = Asleep(Options, runs: 1, out var dueTime);
        engine.Reads.Failing = "LoadManyAsync";
        AdvanceTo(engine, dueTime - Options.WakeAhead);
        Assert.Equal(1, engine.Reads.FailureCount);
        AdvanceTo(engine, dueTime - Options.WakeAhead + TimeSpan.FromMilliseconds(999));
        Assert.Equal(1, engine.Reads.FailureCount);
        AdvanceTo(engine, dueTime - Options.WakeAhead + TimeSpan.FromSeconds(1));
        Assert.Equal(2, engine.Reads.FailureCount);
        engine.Reads.Failing = string.Empty;
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w0").Type);
        Assert.Equal(dueTime, Assert.Single(engine.History("w0"), e => e.Type == EventType.TimerFired).Time);
    }

    private static PumpedEngine Asleep(EngineOptions options, int runs, out DateTimeOffset dueTime)
    {
        PumpedEngine engine = new(options, new ScriptedWorker().On("Sleep", (_, history) => history.Any(e => e.Type == EventType.TimerFired)
            ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : ScriptedWorker.Completed(new StartTimerCommand { TimerId = "1", StartToFireTimeout = Sleep })));
        dueTime = engine.Time.GetUtcNow() + Sleep;
        for (var i = 0; i < runs; i++)
        {
            engine.StartWorkflow($"w{i}", "Sleep");
        }

        for (var second = 0; second < 10; second++)
        {
            AdvanceTo(engine, engine.Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        }

        Assert.Equal(0, engine.Engine.RunsInMemory);
        return engine;
    }

    private static void AdvanceTo(PumpedEngine engine, DateTimeOffset time)
    {
        engine.Settle();
        engine.Time.AdvanceTo(time);
        engine.Settle();
    }
}
