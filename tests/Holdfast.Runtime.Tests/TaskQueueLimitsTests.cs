using System.Collections.Immutable;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class TaskQueueLimitsTests
{
    [Fact]
    public void A_queues_rate_spreads_what_waits_and_lets_a_seconds_worth_go_at_once()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.On("Fan", (_, history) => Fan(history, 20)));
        Set(engine, new TaskQueueLimits { ActivitiesPerSecond = 4 });
        engine.StartWorkflow("w", "Fan");
        engine.WaitForClose("w");
        Assert.Equal(20, worker.Attempts.Count);
        Assert.Equal(4, StartedWithin(worker, TimeSpan.Zero));
        Assert.InRange(StartedWithin(worker, TimeSpan.FromSeconds(2)), 11, 12);
        Assert.InRange((worker.Attempts[^1].StartedTime - worker.Attempts[0].StartedTime).TotalSeconds, 4, 4.1);
    }

    [Fact]
    public void A_description_tells_how_fast_attempts_come_and_go()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.On("Fan", (_, history) => Fan(history, 60)));
        Set(engine, new TaskQueueLimits { ActivitiesPerSecond = 2 });
        engine.StartWorkflow("w", "Fan");
        engine.RunUntil(() => worker.Attempts.Count == 20);
        var described = engine.Run(engine.Service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue), CancellationToken.None));
        Assert.InRange(described.AttemptsDispatchedPerSecond, 1.8, 2.5);
        Assert.InRange(described.AttemptsAddedPerSecond, 5, 8);
        engine.WaitForClose("w");
        engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        described = engine.Run(engine.Service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue), CancellationToken.None));
        Assert.Equal((0d, 0d), (described.AttemptsDispatchedPerSecond, described.AttemptsAddedPerSecond));
    }

    [Fact]
    public void A_workers_rate_holds_for_that_worker_alone()
    {
        ScriptedWorker slow = new();
        ScriptedWorker fast = new();
        PumpedEngine engine = new(null);
        engine.Engine.RegisterWorker(slow.On("Fan", (_, history) => Fan(history, 30)).Registration with { MaxActivitiesPerSecond = 2, Identity = "slow" });
        engine.Engine.RegisterWorker(fast.Registration with { Workflows = null, Identity = "fast", MaxConcurrentActivities = 5 });
        engine.StartWorkflow("w", "Fan");
        engine.Settle();
        Assert.Equal((2, 5), (slow.Attempts.Count, fast.Attempts.Count));
        engine.RunUntil(() => slow.Attempts.Count == 6);
        Assert.InRange((slow.Attempts[^1].StartedTime - slow.Attempts[0].StartedTime).TotalSeconds, 2, 2.1);
        Assert.Equal(5, fast.Attempts.Count);
    }

    [Fact]
    public void A_rate_per_fairness_key_is_scaled_by_the_keys_weight_and_does_not_hold_back_other_keys()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.On("Fan", (_, history) => Fan(history, 30)));
        Set(engine, new TaskQueueLimits { ActivitiesPerSecondPerFairnessKey = 2 });
        engine.StartWorkflow("a", "Fan", r => r with { Priority = new Priority { FairnessKey = "a" } });
        engine.StartWorkflow("b", "Fan", r => r with { Priority = new Priority { FairnessKey = "b", FairnessWeight = 3 } });
        engine.RunUntil(() => worker.Attempts.Count(a => a.Activity.Workflow.WorkflowId == "b") == 30);
        var begin = worker.Attempts[0].StartedTime;
        Assert.InRange((worker.Attempts[^1].StartedTime - begin).TotalSeconds, 4, 4.1);
        Assert.InRange(worker.Attempts.Count(a => a.Activity.Workflow.WorkflowId == "a"), 9, 11);
    }

    [Fact]
    public void Rates_of_types_and_of_keys_within_types_hold_back_nothing_else_also_after_crashes()
    {
        TaskQueueLimits limits = new()
        {
            ActivitiesPerSecondByType = ImmutableDictionary<string, double>.Empty.Add("Heavy", 0.5),
            ActivitiesPerSecondPerKeyByType = ImmutableDictionary<string, double>.Empty.Add("Light", 1),
        };
        ScriptedWorker worker = new(limits);
        PumpedEngine engine = new(null, worker.On("Mix", (_, history) => Mix(history)));
        engine.StartWorkflow("w", "Mix");
        engine.CrashAndRestart(1);
        worker.Attempts.Clear();
        engine.WaitForClose("w");
        Assert.Equal((6, 8), (worker.Attempts.Count(IsHeavy), worker.Attempts.Count(a => !IsHeavy(a) && HasKey(a))));
        var begin = worker.Attempts[0].StartedTime;
        Assert.All(worker.Attempts.Where(a => !IsHeavy(a) && !HasKey(a)), a => Assert.Equal(begin, a.StartedTime));
        AssertSpread(worker.Attempts.Where(IsHeavy), seconds: 2);
        Assert.All(worker.Attempts.Where(a => !IsHeavy(a) && HasKey(a)).GroupBy(KeyOf), g => AssertSpread(g, seconds: 1));
    }

    [Fact]
    public void A_rate_per_key_counts_all_types_of_the_key()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.On("Mix", (_, history) => Mix(history)));
        Set(engine, new TaskQueueLimits { ActivitiesPerSecondPerKey = 2, MaxConcurrentActivitiesPerKey = 3 });
        engine.StartWorkflow("w", "Mix");
        engine.WaitForClose("w");
        Assert.All(worker.Attempts.Where(HasKey).GroupBy(KeyOf), g => Assert.InRange((g.Max(a => a.StartedTime) - g.Min(a => a.StartedTime)).TotalSeconds, 1, 1.1));
    }

    [Fact]
    public void No_more_attempts_of_a_queue_a_type_or_a_key_run_at_a_time_than_their_limits_also_after_crashes()
    {
        TaskQueueLimits limits = new() { MaxConcurrentActivities = 7, MaxConcurrentActivitiesByType = ImmutableDictionary<string, int>.Empty.Add("Heavy", 2), MaxConcurrentActivitiesPerKey = 1 };
        ScriptedWorker worker = new(limits);
        PumpedEngine engine = new(null, worker.On("Mix", (_, history) => Mix(history)));
        worker.Activity = static _ => null;
        engine.StartWorkflow("w", "Mix");
        engine.Settle();
        AssertWithin(worker.Attempts);
        engine.CrashAndRestart(3);
        worker.Attempts.Clear();
        engine.Settle();
        AssertWithin(worker.Attempts);
        List<ActivityTask> running = [.. worker.Attempts];
        for (var ended = 0; ended < 24; ended++)
        {
            var seen = worker.Attempts.Count;
            Complete(engine, running[0]);
            running.RemoveAt(0);
            engine.Settle();
            running.AddRange(worker.Attempts.Skip(seen));
            Assert.True(running.Count <= 7 && running.Count(IsHeavy) <= 2 && running.Where(HasKey).GroupBy(KeyOf).All(g => g.Count() == 1));
        }

        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        Assert.Equal(24, worker.Attempts.Count);

        static void AssertWithin(IReadOnlyList<ActivityTask> running)
        {
            Assert.Equal(7, running.Count);
            Assert.Equal(2, running.Count(IsHeavy));
            Assert.Equal(3, running.Count(HasKey));
        }
    }

    [Fact]
    public void A_key_within_a_type_has_a_limit_of_its_own_that_can_be_changed()
    {
        ScriptedWorker worker = new(new TaskQueueLimits { MaxConcurrentActivitiesPerKeyByType = ImmutableDictionary<string, int>.Empty.Add("Light", 1) });
        PumpedEngine engine = new(null, worker.On("Mix", (_, history) => Mix(history)));
        worker.Activity = static _ => null;
        engine.StartWorkflow("w", "Mix");
        engine.Settle();
        Assert.All(worker.Attempts.Where(a => HasKey(a) && !IsHeavy(a)).GroupBy(KeyOf), g => Assert.Single(g));
        Assert.Equal(24 - worker.Attempts.Count, Describe(engine).BacklogCount);
        Assert.True(worker.Attempts.Count(a => HasKey(a) && IsHeavy(a)) > 3);
        Set(engine, new TaskQueueLimits { MaxConcurrentActivitiesPerKeyByType = ImmutableDictionary<string, int>.Empty.Add("Light", 2) });
        engine.Settle();
        Assert.All(worker.Attempts.Where(a => HasKey(a) && !IsHeavy(a)).GroupBy(KeyOf), g => Assert.InRange(g.Count(), 1, 2));
        Set(engine, new TaskQueueLimits());
        engine.Settle();
        Assert.Equal(24, worker.Attempts.Count);
    }

    [Fact]
    public void Limits_that_a_client_sets_take_the_place_of_the_workers_until_they_are_taken_back()
    {
        ScriptedWorker worker = new(new TaskQueueLimits { MaxConcurrentActivities = 3 });
        worker.Activity = static _ => null;
        PumpedEngine engine = new(null, worker.On("Fan", (_, history) => Fan(history, 20)));
        engine.StartWorkflow("w", "Fan");
        engine.Settle();
        Assert.Equal(3, worker.Attempts.Count);
        Set(engine, new TaskQueueLimits { MaxConcurrentActivities = 8 });
        engine.Settle();
        Assert.Equal(8, worker.Attempts.Count);
        Set(engine, null);
        Complete(engine, worker.Attempts[0]);
        engine.Settle();
        Assert.Equal(8, worker.Attempts.Count);
        Assert.Equal(3, Describe(engine).Limits?.MaxConcurrentActivities);
    }

    [Fact]
    public void A_type_limit_that_is_set_later_holds_for_what_waits_and_counts_what_it_lets_go()
    {
        ScriptedWorker worker = new(slots: 1);
        worker.Activity = static _ => null;
        PumpedEngine engine = new(null, worker.On("Fan", (_, history) => Fan(history, 10)));
        engine.StartWorkflow("w", "Fan");
        engine.Settle();
        Set(engine, new TaskQueueLimits { MaxConcurrentActivitiesByType = ImmutableDictionary<string, int>.Empty.Add("Step", 2) });
        engine.Engine.RegisterWorker(worker.Registration with { Workflows = null, MaxConcurrentActivities = 100 });
        engine.Settle();
        Assert.Equal(3, worker.Attempts.Count);
        Complete(engine, worker.Attempts[1]);
        engine.Settle();
        Assert.Equal(4, worker.Attempts.Count);
    }

    [Fact]
    public void A_description_tells_what_waits_who_works_and_which_limits_hold()
    {
        ScriptedWorker worker = new(slots: 2);
        worker.Activity = static _ => null;
        PumpedEngine engine = new(null, worker.On("Fan", (_, history) => Fan(history, 3)));
        engine.StartWorkflow("usual", "Fan");
        engine.Settle();
        var waitsSince = engine.Time.GetUtcNow();
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        engine.StartWorkflow("first", "Fan", r => r with { Priority = new Priority { PriorityKey = 1 } });
        engine.Settle();
        Set(engine, new TaskQueueLimits { ActivitiesPerSecond = 10 });
        var described = Describe(engine);
        Assert.Equal((4, 2, waitsSince), (described.BacklogCount, described.RunningActivities, described.OldestWaitingSince));
        Assert.Equal([(1, 3), (3, 1)], described.BacklogCountByPriority.OrderBy(p => p.Key).Select(p => (p.Key, p.Value)));
        Assert.Equal((10, true), (described.Limits?.ActivitiesPerSecond, described.AreLimitsOverridden));
        Assert.Equal(("worker", true, 2, 0), described.Workers.Select(w => (w.Identity, w.RunsWorkflows, w.ActivitySlots, w.FreeActivitySlots)).Single());
    }

    [Fact]
    public void A_limit_out_of_its_range_is_refused()
    {
        PumpedEngine engine = new(null, new ScriptedWorker());
        var refused = Assert.Throws<HoldfastException>(() => Set(engine, new TaskQueueLimits { ActivitiesPerSecond = 0 }));
        Assert.Equal(ErrorCodes.InvalidArgument, refused.Code);
    }

    private static void AssertSpread(IEnumerable<ActivityTask> attempts, double seconds)
    {
        var times = attempts.Select(static a => a.StartedTime).Order().ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalSeconds, seconds, seconds + 0.01));
    }

    private static void Set(PumpedEngine engine, TaskQueueLimits? limits) =>
        engine.Run(engine.Service.UpdateTaskQueueConfigAsync(new UpdateTaskQueueConfigRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue, limits), CancellationToken.None));

    private static TaskQueueDescription Describe(PumpedEngine engine) =>
        engine.Run(engine.Service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue), CancellationToken.None));

    private static void Complete(PumpedEngine engine, ActivityTask task) =>
        engine.Run(engine.Service.RespondActivityTaskAsync(new RespondActivityTaskRequest(task.Activity, new ActivityOutcome.Completed(Payloads.Empty), "worker"), CancellationToken.None));

    private static int StartedWithin(ScriptedWorker worker, TimeSpan time) => worker.Attempts.Count(a => a.StartedTime - worker.Attempts[0].StartedTime <= time);

    private static bool IsHeavy(ActivityTask task) => task.ActivityType == "Heavy";

    private static bool HasKey(ActivityTask task) => KeyOf(task) < 3;

    private static int KeyOf(ActivityTask task) => int.Parse(task.ActivityId, System.Globalization.CultureInfo.InvariantCulture) % 6;

    private static WorkflowTaskResult Mix(IReadOnlyList<HistoryEvent> history) => Schedule(history, 24, i => new ScheduleActivityTaskCommand
    {
        ActivityId = $"{i}",
        ActivityType = i % 4 == 0 ? "Heavy" : "Light",
        ConcurrencyKey = i % 6 < 3 ? $"k{i % 6}" : string.Empty,
        StartToCloseTimeout = TimeSpan.FromDays(1),
    });

    private static WorkflowTaskResult Fan(IReadOnlyList<HistoryEvent> history, int count) =>
        Schedule(history, count, i => new ScheduleActivityTaskCommand { ActivityId = $"{i}", ActivityType = "Step", StartToCloseTimeout = TimeSpan.FromDays(1) });

    private static WorkflowTaskResult Schedule(IReadOnlyList<HistoryEvent> history, int count, Func<int, ScheduleActivityTaskCommand> activity) => history switch
    {
        _ when history.Count(e => e.Type == EventType.ActivityTaskCompleted) == count => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()),
        _ when history.Any(e => e.Type == EventType.ActivityTaskScheduled) => ScriptedWorker.Completed(),
        _ => ScriptedWorker.Completed([.. Enumerable.Range(0, count).Select(activity)]),
    };
}
