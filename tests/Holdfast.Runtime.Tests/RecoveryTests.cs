using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class RecoveryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public void A_run_goes_on_after_crashes_and_no_step_is_recorded_twice(int turnsBetweenCrashes)
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.OnSequence("Ten", 10));
        engine.StartWorkflow("w", "Ten");
        for (var crash = 0; crash < 20; crash++)
        {
            for (var turn = 0; turn < turnsBetweenCrashes; turn++)
            {
                engine.Engine.PumpOnce();
                worker.RunActivities(engine.Service);
            }

            engine.CrashAndRestart((ulong)crash);
        }

        engine.WaitForClose("w");
        var history = engine.History("w");
        Assert.Equal(10, history.Count(e => e.Type == EventType.ActivityTaskCompleted));
        Assert.Equal(Enumerable.Range(1, history.Count).Select(i => (long)i), history.Select(e => e.EventId));
        Assert.Equal(10, worker.Attempts.Select(a => a.Activity.IdempotencyKey).Distinct().Count());
    }

    [Fact]
    public void What_was_acknowledged_survives()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        engine.Signal("w", "go");
        engine.CrashAndRestart(1);
        Assert.Contains(engine.History("w"), e => e.Type == EventType.WorkflowExecutionSignaled);
    }

    [Fact]
    public void An_at_most_once_activity_whose_worker_died_fails_and_is_not_tried_again()
    {
        ScriptedWorker worker = new();
        worker.Activity = static _ => null;
        PumpedEngine engine = new(null, worker.OnSequence("One", 1, new RetryPolicy { MaximumAttempts = 1 }));
        engine.StartWorkflow("w", "One");
        engine.Settle();
        engine.CrashAndRestart(1);
        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        Assert.Equal(EventType.WorkflowExecutionFailed, engine.WaitForClose("w").Type);
        Assert.Single(worker.Attempts);
    }

    [Fact]
    public void Attempts_that_died_with_the_process_go_to_workers_before_all_their_runs_are_replayed()
    {
        const int Runs = 600;
        ScriptedWorker worker = new(slots: Runs / 6) { Activity = static _ => null };
        PumpedEngine engine = new(new EngineOptions { Owners = 1 }, worker.OnSequence("Two", 2));
        for (var i = 0; i < Runs; i++)
        {
            engine.StartWorkflow($"w{i}", "Two");
        }

        engine.Settle();
        engine.CrashAndRestart(1);
        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        var (attempts, tasks) = (worker.Attempts.Count, worker.TaskCount);
        engine.RunUntil(() => worker.Attempts.Count >= attempts + Runs);
        Assert.InRange(worker.TaskCount - tasks, 1, Runs * 2 / 3);
        for (var i = 0; i < Runs; i++)
        {
            Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose($"w{i}").Type);
        }
    }

    [Fact]
    public void An_attempt_that_died_with_the_process_is_tried_again_at_once()
    {
        ScriptedWorker worker = new();
        worker.Activity = static _ => null;
        PumpedEngine engine = new(null, worker.OnSequence("One", 1));
        engine.StartWorkflow("w", "One");
        engine.Settle();
        var crashedAt = engine.Time.GetUtcNow();
        engine.CrashAndRestart(1);
        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        Assert.Equal(crashedAt, engine.Time.GetUtcNow());
        Assert.Equal([1, 2], worker.Attempts.Select(a => a.Activity.Attempt));
    }
}
