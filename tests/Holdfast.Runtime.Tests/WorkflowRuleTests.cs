using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class WorkflowRuleTests
{
    private readonly ScriptedWorker _worker = new ScriptedWorker().OnSequence("Short", 2).OnSequence("Other", 1);
    private readonly PumpedEngine _engine;

    public WorkflowRuleTests() => _engine = new(new EngineOptions { Owners = 2 }, _worker);

    private INamespaceService Namespaces => _engine.Service.Namespaces;

    [Fact]
    public void An_activity_that_satisfies_a_rule_is_paused_instead_of_started_also_after_a_crash()
    {
        Create("bank", "ActivityType = 'Step'", "WorkflowType = 'Short'", description: "the bank is down");
        _engine.StartWorkflow("w", "Short");
        _engine.StartWorkflow("o", "Other");
        _engine.WaitForClose("o");
        _engine.Settle();

        var paused = Assert.Single(Describe("w").PendingActivities);
        Assert.Equal((PendingActivityState.Paused, "Rule 'bank': the bank is down"), (paused.State, paused.Pause!.Reason));
        Assert.DoesNotContain(_worker.Attempts, a => a.Activity.Workflow.WorkflowId == "w");
        _engine.CrashAndRestart(1);
        _engine.Settle();
        Assert.Equal(PendingActivityState.Paused, Assert.Single(Describe("w").PendingActivities).State);

        _engine.Run(Namespaces.DeleteWorkflowRuleAsync(PumpedEngine.Namespace, "bank", CancellationToken.None));
        Unpause("w");
        Assert.Equal(EventType.WorkflowExecutionCompleted, _engine.WaitForClose("w").Type);
    }

    [Fact]
    public void An_unpaused_activity_is_paused_again_while_its_rule_stands()
    {
        Create("bank", "ActivityId = '1'");
        _engine.StartWorkflow("w", "Short");
        _engine.Settle();

        Unpause("w");
        _engine.Settle();

        Assert.Equal(PendingActivityState.Paused, Assert.Single(Describe("w").PendingActivities).State);
        Assert.Empty(_worker.Attempts);
    }

    [Fact]
    public void Later_attempts_can_be_paused_where_the_first_ones_may_start()
    {
        _worker.Activity = static _ => new ActivityOutcome.Failed(new Failure { Message = "no", Info = new FailureInfo.Application("No", false, Payloads.Empty) });
        Create("retries", "ActivityAttempt >= 3");
        _engine.StartWorkflow("w", "Short");

        _engine.RunUntil(() => Describe("w").PendingActivities is [{ State: PendingActivityState.Paused }], TimeSpan.FromMinutes(1));

        Assert.Equal(2, _worker.Attempts.Count);
        Assert.Equal(3, Describe("w").PendingActivities[0].Attempt);
    }

    [Fact]
    public void An_attempt_that_waited_for_a_worker_is_held_to_the_rules_of_the_time_when_it_starts()
    {
        PumpedEngine busy = new(new EngineOptions { Owners = 1 }, new ScriptedWorker(slots: 1) { Activity = static _ => null }.OnSequence("Short", 1));
        busy.StartWorkflow("first", "Short");
        busy.StartWorkflow("waits", "Short");
        busy.Settle();
        busy.Run(busy.Service.Namespaces.CreateWorkflowRuleAsync(Request("bank", "ActivityType = 'Step'"), CancellationToken.None));

        var attempt = busy.Workers[0].Attempts.Single().Activity;
        busy.Run(busy.Service.RespondActivityTaskAsync(new RespondActivityTaskRequest(attempt, new ActivityOutcome.Completed(Payloads.Empty), "worker"), CancellationToken.None));
        busy.Settle();

        Assert.Single(busy.Workers[0].Attempts);
        Assert.Equal(PendingActivityState.Paused, Assert.Single(Describe(busy, "waits").PendingActivities).State);
    }

    [Fact]
    public void A_run_that_schedules_an_activity_and_ends_at_once_is_left_alone()
    {
        _worker.On("Leaving", (_, _) => ScriptedWorker.Completed(
            new ScheduleActivityTaskCommand { ActivityId = "1", ActivityType = "Step", StartToCloseTimeout = TimeSpan.FromMinutes(1) },
            new CompleteWorkflowExecutionCommand()));
        Create("bank", "ActivityType = 'Step'");
        _engine.StartWorkflow("w", "Leaving");

        Assert.Equal(EventType.WorkflowExecutionCompleted, _engine.WaitForClose("w").Type);
    }

    [Fact]
    public void An_expired_rule_does_nothing_and_gives_way_to_others()
    {
        for (var i = 0; i < 10; i++)
        {
            Create(string.Create(CultureInfo.InvariantCulture, $"rule-{i}"), "ActivityType = 'Step'", expiration: _engine.Time.GetUtcNow() + TimeSpan.FromHours(1));
        }

        Assert.Equal(ErrorCodes.LimitExceeded, Refused(() => Create("one-more", "ActivityType = 'Step'")));
        _engine.Time.Advance(TimeSpan.FromHours(2));
        _engine.StartWorkflow("w", "Short");
        Assert.Equal(EventType.WorkflowExecutionCompleted, _engine.WaitForClose("w").Type);

        Create("one-more", "ActivityType = 'Step'");
        Assert.Equal(["one-more"], _engine.Run(Namespaces.ListWorkflowRulesAsync(PumpedEngine.Namespace, CancellationToken.None)).Select(r => r.Id));
    }

    [Fact]
    public void Rules_are_described_and_bad_ones_refused()
    {
        Create("bank", "ActivityType = 'Step'", description: "down");
        Create("bank", "ActivityType = 'Step'", description: "down");

        Assert.Equal("down", _engine.Run(Namespaces.DescribeWorkflowRuleAsync(PumpedEngine.Namespace, "bank", CancellationToken.None)).Description);
        Assert.Equal(ErrorCodes.WorkflowRuleAlreadyExists, Refused(() => Create("bank", "ActivityType = 'Other'")));
        Assert.Equal(ErrorCodes.WorkflowRuleUnknown, Refused(() => _engine.Run(Namespaces.DescribeWorkflowRuleAsync(PumpedEngine.Namespace, "none", CancellationToken.None))));
        Assert.Equal(ErrorCodes.InvalidArgument, Refused(() => Create("all", string.Empty)));
        Assert.Equal(ErrorCodes.InvalidArgument, Refused(() => Create("late", "ActivityType = 'Step'", expiration: _engine.Time.GetUtcNow())));
        Assert.Equal(ErrorCodes.ListFilterSyntax, Refused(() => Create("odd", "ActivityType = Step")));
        Assert.Equal(ErrorCodes.SearchAttributeUnknown, Refused(() => Create("odd", "ActivityTyp = 'Step'")));
        Assert.Equal(ErrorCodes.ListFilterUnsupported, Refused(() => Create("odd", "ActivityType = 'Step' ORDER BY StartTime ASC")));
    }

    private static ErrorCode Refused(Action call) => Assert.Throws<HoldfastException>(call).Code;

    private static CreateWorkflowRuleRequest Request(string id, string activities) => new() { Namespace = PumpedEngine.Namespace, RuleId = id, ActivityFilter = activities };

    private void Create(string id, string activities, string runs = "", string description = "", DateTimeOffset? expiration = null) =>
        _engine.Run(Namespaces.CreateWorkflowRuleAsync(Request(id, activities) with { RunFilter = runs, Description = description, ExpirationTime = expiration }, CancellationToken.None));

    private void Unpause(string workflowId) => _engine.Run(_engine.Service.OperateActivitiesAsync(
        new OperateActivitiesRequest
        {
            Namespace = PumpedEngine.Namespace,
            Execution = new WorkflowExecution(workflowId, default),
            Activities = ActivitySelector.All,
            Operation = new ActivityOperation.Unpause(TimeSpan.Zero, ResetsAttempts: false, ResetsHeartbeat: false),
            RequestId = Guid.NewGuid().ToString(),
        },
        CancellationToken.None));

    private WorkflowExecutionDescription Describe(string workflowId) => Describe(_engine, workflowId);

    private static WorkflowExecutionDescription Describe(PumpedEngine engine, string workflowId) =>
        engine.Run(engine.Service.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest(PumpedEngine.Namespace, new WorkflowExecution(workflowId, default)), CancellationToken.None));
}
