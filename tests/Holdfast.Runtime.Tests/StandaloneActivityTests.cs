using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class StandaloneActivityTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(9)]
    public void Over_a_crash_a_start_is_there_or_not_and_sent_again_it_runs_to_its_end_once(int turnsBeforeCrash)
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker);
        var begun = engine.Service.StartActivityExecutionAsync(Job("a"), CancellationToken.None);
        for (var turn = 0; turn < turnsBeforeCrash; turn++)
        {
            engine.Engine.PumpOnce();
        }

        var acknowledged = begun.IsCompletedSuccessfully ? engine.Run(begun).RunId : RunId.None;
        engine.CrashAndRestart((ulong)turnsBeforeCrash);
        var started = engine.Run(engine.Service.StartActivityExecutionAsync(Job("a"), CancellationToken.None));
        Assert.True(acknowledged.IsNone || acknowledged == started.RunId);
        var closed = Poll(engine, "a");
        Assert.Equal((started.RunId, ActivityExecutionStatus.Completed), (closed.RunId, closed.Status));
        engine.CrashAndRestart(99);
        Assert.Equal(ActivityExecutionStatus.Completed, Poll(engine, "a").Status);
        Assert.Equal(1, CallerQueue.Run(engine, () => engine.Service.CountActivityExecutionsAsync(new CountActivityExecutionsRequest(PumpedEngine.Namespace, string.Empty), CancellationToken.None)).Count);
    }

    [Fact]
    public void A_closed_one_is_settled_and_still_described_listed_and_polled()
    {
        PumpedEngine engine = new(null, new ScriptedWorker());
        engine.Run(engine.Service.StartActivityExecutionAsync(Job("a"), CancellationToken.None));
        Poll(engine, "a");
        engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        engine.Settle();
        Assert.Equal(0, engine.Engine.RunsInMemory);
        var described = engine.Run(engine.Service.DescribeActivityExecutionAsync(new DescribeActivityExecutionRequest(PumpedEngine.Namespace, "a", RunId.None), CancellationToken.None));
        Assert.Equal(("a", 1, true), (described.Info.ActivityId, described.Attempt, described.Outcome?.Result is not null));
        var listed = CallerQueue.Run(engine, () => engine.Service.ListActivityExecutionsAsync(new ListActivityExecutionsRequest { Namespace = PumpedEngine.Namespace, Query = "ActivityId = 'a'" }, CancellationToken.None));
        Assert.Equal(ActivityExecutionStatus.Completed, listed.Executions.Single().Status);
        Assert.Empty(CallerQueue.Run(engine, () => engine.Service.ListWorkflowExecutionsAsync(new ListWorkflowExecutionsRequest { Namespace = PumpedEngine.Namespace }, CancellationToken.None)).Executions);
        Assert.Equal(ActivityExecutionStatus.Completed, Poll(engine, "a").Status);
    }

    [Fact]
    public void One_that_waits_for_its_time_leaves_memory_and_wakes_after_a_crash()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker);
        engine.Run(engine.Service.StartActivityExecutionAsync(Job("a") with { StartDelay = TimeSpan.FromHours(1) }, CancellationToken.None));
        engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromMinutes(10));
        engine.Settle();
        Assert.Equal(0, engine.Engine.RunsInMemory);
        engine.CrashAndRestart(5);
        engine.Settle();
        Assert.Empty(worker.Attempts);
        engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromHours(1));
        Assert.Equal(ActivityExecutionStatus.Completed, Poll(engine, "a").Status);
    }

    [Fact]
    public void Pages_of_activities_follow_one_another()
    {
        PumpedEngine engine = new(null, new ScriptedWorker());
        for (var i = 0; i < 5; i++)
        {
            engine.Run(engine.Service.StartActivityExecutionAsync(Job($"a{i}"), CancellationToken.None));
            engine.StartWorkflow($"w{i}", "None");
        }

        List<string> ids = [];
        ListActivityExecutionsRequest request = new() { Namespace = PumpedEngine.Namespace, PageSize = 2 };
        do
        {
            var page = CallerQueue.Run(engine, () => engine.Service.ListActivityExecutionsAsync(request, CancellationToken.None));
            ids.AddRange(page.Executions.Select(e => e.ActivityId));
            request = request with { PageToken = page.NextPageToken };
        }
        while (request.PageToken is not null);

        Assert.Equal(["a4", "a3", "a2", "a1", "a0"], ids);
    }

    [Fact]
    public void A_rule_of_its_namespace_pauses_one_until_an_operator_lets_it_go_on()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker);
        engine.Run(engine.Service.Namespaces.CreateWorkflowRuleAsync(
            new CreateWorkflowRuleRequest { Namespace = PumpedEngine.Namespace, RuleId = "down", ActivityFilter = "ActivityType = 'Job'", Description = "the job server is down" },
            CancellationToken.None));
        engine.Run(engine.Service.StartActivityExecutionAsync(Job("a"), CancellationToken.None));
        engine.Settle();
        engine.CrashAndRestart(1);
        engine.Settle();
        Assert.Empty(worker.Attempts);
        var paused = Describe(engine, "a").Pending!;
        Assert.Equal((PendingActivityState.Paused, "Rule 'down': the job server is down"), (paused.State, paused.Pause!.Reason));
        engine.Run(engine.Service.Namespaces.DeleteWorkflowRuleAsync(PumpedEngine.Namespace, "down", CancellationToken.None));
        Operate(engine, "a", new ActivityOperation.Unpause(TimeSpan.Zero, false, false));
        Assert.Equal(ActivityExecutionStatus.Completed, Poll(engine, "a").Status);
    }

    [Fact]
    public void A_paused_one_leaves_memory_and_is_paused_after_a_crash()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker);
        engine.Run(engine.Service.StartActivityExecutionAsync(Job("a") with { StartDelay = TimeSpan.FromMinutes(1) }, CancellationToken.None));
        Operate(engine, "a", new ActivityOperation.Pause("wait"));
        Operate(engine, "a", new ActivityOperation.UpdateOptions(new ActivityOptionsChange { HeartbeatTimeout = TimeSpan.FromSeconds(7) }));
        engine.Time.Advance(TimeSpan.FromHours(1));
        engine.Settle();
        Assert.Equal(0, engine.Engine.RunsInMemory);
        engine.CrashAndRestart(1);
        var described = Describe(engine, "a");
        Assert.Equal((PendingActivityState.Paused, TimeSpan.FromSeconds(7)), (described.Pending!.State, described.HeartbeatTimeout));
        Operate(engine, "a", new ActivityOperation.Unpause(TimeSpan.Zero, false, false));
        Assert.Equal(ActivityExecutionStatus.Completed, Poll(engine, "a").Status);
        Assert.Equal(ErrorCodes.RunClosed, Assert.Throws<HoldfastException>(() => Operate(engine, "a", new ActivityOperation.Pause("late"))).Code);
        Assert.Equal(ErrorCodes.NotFound, Assert.Throws<HoldfastException>(() => Operate(engine, "b", new ActivityOperation.Pause("never"))).Code);
    }

    [Fact]
    public void A_closed_one_is_deleted_when_the_retention_of_its_namespace_is_over()
    {
        PumpedEngine engine = new(new EngineOptions { Owners = 2, Retention = TimeSpan.FromHours(1) }, new ScriptedWorker());
        engine.Run(engine.Service.StartActivityExecutionAsync(Job("a"), CancellationToken.None));
        Poll(engine, "a");
        engine.Time.Advance(TimeSpan.FromMinutes(50));
        engine.Settle();
        Assert.Equal(ActivityExecutionStatus.Completed, Describe(engine, "a").Info.Status);
        for (var minute = 0; minute < 13; minute++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(1));
            engine.Settle();
        }

        Assert.Equal(ErrorCodes.NotFound, Assert.Throws<HoldfastException>(() => Describe(engine, "a")).Code);
        Assert.Equal(0, CallerQueue.Run(engine, () => engine.Service.CountActivityExecutionsAsync(new CountActivityExecutionsRequest(PumpedEngine.Namespace, string.Empty), CancellationToken.None)).Count);
    }

    private static void Operate(PumpedEngine engine, string id, ActivityOperation operation) => engine.Run(engine.Service.OperateActivityExecutionAsync(
        new OperateActivityExecutionRequest(PumpedEngine.Namespace, id, RunId.None, operation, Guid.NewGuid().ToString(), "operator"),
        CancellationToken.None));

    private static ActivityExecutionDescription Describe(PumpedEngine engine, string id) =>
        engine.Run(engine.Service.DescribeActivityExecutionAsync(new DescribeActivityExecutionRequest(PumpedEngine.Namespace, id, RunId.None), CancellationToken.None));

    private static PollActivityExecutionResponse Poll(PumpedEngine engine, string id) =>
        engine.Run(engine.Service.PollActivityExecutionAsync(new PollActivityExecutionRequest(PumpedEngine.Namespace, id, RunId.None), CancellationToken.None));

    private static StartActivityExecutionRequest Job(string id) => new()
    {
        Namespace = PumpedEngine.Namespace,
        ActivityId = id,
        ActivityType = "Job",
        TaskQueue = PumpedEngine.TaskQueue,
        RequestId = $"start-{id}",
        StartToCloseTimeout = TimeSpan.FromMinutes(1),
    };
}
