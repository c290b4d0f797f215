using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class AbandonedAttemptTests
{
    private static readonly EngineOptions Options = new() { Owners = 1, IdleBeforeSettling = TimeSpan.FromSeconds(5) };

    [Fact]
    public void A_closed_run_leaves_memory_although_a_worker_never_reports_its_attempt()
    {
        ScriptedWorker worker = Silent(slots: 1);
        PumpedEngine engine = new(Options, worker.OnSequence("One", 1));
        engine.StartWorkflow("w", "One");
        engine.Settle();
        Terminate(engine, "w");
        for (var second = 0; second < 10; second++)
        {
            engine.Time.Advance(TimeSpan.FromSeconds(1));
            engine.Settle();
        }

        Assert.Equal(0, engine.Engine.RunsInMemory);
        Assert.Equal(ActivityCancelReason.RunClosed, Assert.Single(worker.Cancellations).Reason);
    }

    [Fact]
    public void The_slot_of_an_attempt_that_is_never_reported_is_free_a_minute_after_its_timeout()
    {
        ScriptedWorker worker = Silent(slots: 1);
        PumpedEngine engine = new(Options, worker.OnSequence("One", 1));
        var begin = engine.Time.GetUtcNow();
        engine.StartWorkflow("w", "One");
        engine.Settle();
        Terminate(engine, "w");
        engine.StartWorkflow("next", "One");
        engine.RunUntil(() => worker.Attempts.Count == 2, TimeSpan.FromMinutes(3));
        Assert.Equal(TimeSpan.FromMinutes(2), worker.Attempts[1].StartedTime - begin);
    }

    [Fact]
    public void An_activity_whose_attempt_hangs_is_tried_again_by_a_worker_with_one_slot()
    {
        ScriptedWorker worker = new(slots: 1) { Activity = static task => task.Activity.Attempt == 1 ? null : new ActivityOutcome.Completed(Payloads.Empty) };
        PumpedEngine engine = new(Options, worker.OnSequence("One", 1));
        engine.StartWorkflow("w", "One");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        Assert.Equal(TimeSpan.FromMinutes(2), worker.Attempts[1].StartedTime - worker.Attempts[0].StartedTime);
    }

    [Fact]
    public void A_report_that_comes_late_frees_the_slot_at_once_and_one_that_comes_too_late_frees_nothing()
    {
        ScriptedWorker worker = Silent(slots: 1);
        PumpedEngine engine = new(Options, worker.OnSequence("One", 1));
        foreach (var id in (string[])["a", "b", "c"])
        {
            engine.StartWorkflow(id, "One");
            engine.Settle();
            Terminate(engine, id);
        }

        engine.StartWorkflow("d", "One");
        engine.StartWorkflow("e", "One");
        Report(engine, worker.Attempts[0]);
        engine.Settle();
        Assert.Equal("d", worker.Attempts[1].Activity.Workflow.WorkflowId);
        Terminate(engine, "d");
        engine.RunUntil(() => worker.Attempts.Count == 3, TimeSpan.FromMinutes(3));
        engine.StartWorkflow("f", "One");
        Report(engine, worker.Attempts[1]);
        engine.Settle();
        Assert.Equal(3, worker.Attempts.Count);
        Assert.Equal(1, Describe(engine).RunningActivities);
    }

    [Fact]
    public void An_attempt_of_a_worker_that_has_left_counts_for_the_limits_no_longer_than_a_minute_after_its_run_closed()
    {
        ScriptedWorker worker = new(new TaskQueueLimits { MaxConcurrentActivities = 1 }) { Activity = static _ => null };
        PumpedEngine engine = new(Options);
        using var first = engine.Engine.RegisterWorker(worker.On("Long", (_, history) => ScheduleOnce(history)).Registration);
        engine.StartWorkflow("w", "Long");
        engine.Settle();
        engine.Engine.RegisterWorker(worker.Registration);
        first.Dispose();
        Terminate(engine, "w");
        engine.StartWorkflow("next", "Long");
        engine.Settle();
        Assert.Single(worker.Attempts);
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        engine.RunUntil(() => worker.Attempts.Count == 2, TimeSpan.FromSeconds(61));
    }

    [Fact]
    public void Many_runs_that_close_with_attempts_in_hand_leave_nothing_behind()
    {
        ScriptedWorker worker = Silent(slots: 1_000);
        PumpedEngine engine = new(Options, worker.OnSequence("One", 1));
        for (var i = 0; i < 200; i++)
        {
            engine.StartWorkflow($"w{i}", "One");
            engine.Settle();
            Terminate(engine, $"w{i}");
        }

        Assert.Equal(200, Describe(engine).RunningActivities);
        engine.Time.Advance(TimeSpan.FromMinutes(3));
        engine.Settle();
        Assert.Equal(0, Describe(engine).RunningActivities);
        Assert.Equal(0, engine.Engine.Owners[0].AbandonedAttempts.Count);
        Assert.Null(engine.Engine.NextDueTime);
    }

    private static ScriptedWorker Silent(int slots) => new(slots) { Activity = static _ => null };

    private static WorkflowTaskResult ScheduleOnce(IReadOnlyList<HistoryEvent> history) => history.Any(e => e.Type == EventType.ActivityTaskScheduled)
        ? ScriptedWorker.Completed()
        : ScriptedWorker.Completed(new ScheduleActivityTaskCommand { ActivityId = "1", ActivityType = "Long", StartToCloseTimeout = TimeSpan.FromDays(1) });

    private static TaskQueueDescription Describe(PumpedEngine engine) =>
        engine.Run(engine.Service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue), CancellationToken.None));

    private static void Terminate(PumpedEngine engine, string workflowId) => engine.Run(engine.Service.TerminateWorkflowExecutionAsync(
        new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(workflowId, default) },
        CancellationToken.None));

    private static void Report(PumpedEngine engine, ActivityTask task) => Assert.Throws<HoldfastException>(() => engine.Run(
        engine.Service.RespondActivityTaskAsync(new RespondActivityTaskRequest(task.Activity, new ActivityOutcome.Completed(Payloads.Empty), "worker"), CancellationToken.None)));
}
