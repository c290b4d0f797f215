using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class PriorityTests
{
    [Fact]
    public void Waiting_activities_start_by_priority_and_then_in_order_also_after_a_crash()
    {
        ScriptedWorker worker = new(slots: 1);
        PumpedEngine engine = new(null, worker.On("Fan", (_, history) => Fan(history, [Of(5), Of(0), Of(1), Of(4), Of(1), null, Of(3), Of(2), null])));
        worker.Activity = static _ => null;
        engine.StartWorkflow("w", "Fan");
        engine.Settle();
        Assert.Equal(["0"], Ids(worker));
        engine.CrashAndRestart(7);
        worker.Attempts.Clear();
        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        engine.WaitForClose("w");
        Assert.Equal(["2", "4", "7", "1", "5", "6", "8", "3", "0"], Ids(worker));
    }

    [Fact]
    public void Activities_have_the_priority_of_their_workflow_where_they_have_none_of_their_own()
    {
        ScriptedWorker worker = new(slots: 1);
        PumpedEngine engine = new(null, worker.On("One", (_, history) => Fan(history, [null])).On("Busy", (_, history) => Fan(history, [null])));
        worker.Activity = static _ => null;
        engine.StartWorkflow("busy", "Busy");
        engine.Settle();
        engine.StartWorkflow("late", "One", r => r with { Priority = new Priority { PriorityKey = 5 } });
        engine.StartWorkflow("usual", "One");
        engine.StartWorkflow("first", "One", r => r with { Priority = new Priority { PriorityKey = 1 } });
        engine.Settle();
        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        Complete(engine, worker.Attempts[0]);
        engine.WaitForClose("late");
        Assert.Equal(["busy", "first", "usual", "late"], worker.Attempts.Select(a => a.Activity.Workflow.WorkflowId));
    }

    [Fact]
    public void Activities_that_are_scheduled_after_the_priority_of_a_run_was_changed_have_the_new_one_also_after_a_crash()
    {
        ScriptedWorker worker = new(slots: 1);
        PumpedEngine engine = new(null, worker
            .On("Waits", (_, history) => history.Any(e => e.Type == EventType.WorkflowExecutionSignaled) ? Fan(history, [null]) : ScriptedWorker.Completed())
            .On("Busy", (_, history) => Fan(history, [null])));
        worker.Activity = static _ => null;
        engine.StartWorkflow("busy", "Busy");
        engine.StartWorkflow("usual", "Waits");
        engine.StartWorkflow("urgent", "Waits", r => r with { Priority = new Priority { PriorityKey = 5 } });
        engine.Settle();
        UpdateWorkflowExecutionOptionsRequest request = new()
        {
            Namespace = "default",
            Execution = new WorkflowExecution("urgent", RunId.None),
            Priority = new Priority { PriorityKey = 1 },
            PriorityFields = PriorityFields.PriorityKey,
        };
        Assert.Equal(1, engine.Run(engine.Service.UpdateWorkflowExecutionOptionsAsync(request, CancellationToken.None)).Priority?.PriorityKey);
        engine.CrashAndRestart(5);
        engine.Signal("usual", "go");
        engine.Signal("urgent", "go");
        engine.Settle();
        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        Complete(engine, worker.Attempts[^1]);
        engine.WaitForClose("usual");
        Assert.Equal(["urgent", "usual"], worker.Attempts.Select(a => a.Activity.Workflow.WorkflowId).Where(w => w != "busy"));
    }

    [Fact]
    public void Waiting_activities_of_one_priority_start_in_proportion_to_the_weights_of_their_fairness_keys()
    {
        ScriptedWorker worker = new(slots: 1);
        PumpedEngine engine = new(null, worker
            .On("Tenant", (_, history) => Fan(history, [.. Enumerable.Repeat<Priority?>(null, 40)]))
            .On("Busy", (_, history) => Fan(history, [null])));
        worker.Activity = static _ => null;
        engine.StartWorkflow("busy", "Busy");
        engine.Settle();
        engine.StartWorkflow("a", "Tenant", r => r with { Priority = new Priority { FairnessKey = "a" } });
        engine.StartWorkflow("b", "Tenant", r => r with { Priority = new Priority { FairnessKey = "b", FairnessWeight = 3 } });
        engine.Settle();
        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        Complete(engine, worker.Attempts[0]);
        engine.RunUntil(() => worker.Attempts.Count >= 41);
        Assert.InRange(worker.Attempts.Skip(1).Take(40).Count(a => a.Activity.Workflow.WorkflowId == "b"), 28, 32);
    }

    [Fact]
    public void Children_and_successors_have_the_priority_of_the_run_before_where_they_have_none_of_their_own()
    {
        PumpedEngine engine = new(null, new ScriptedWorker()
            .On("Child", (_, _) => ScriptedWorker.Completed())
            .On("Parent", (_, history) => history switch
            {
                _ when ((WorkflowExecutionStarted)history[0].Attributes).ContinuedExecutionRunId is not null => ScriptedWorker.Completed(),
                _ when history.Any(e => e.Type == EventType.ChildWorkflowExecutionStarted) => ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand { Priority = new Priority { PriorityKey = 2 } }),
                _ when history.Any(e => e.Type == EventType.StartChildWorkflowExecutionInitiated) => ScriptedWorker.Completed(),
                _ => ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = "child", WorkflowType = "Child", ParentClosePolicy = ParentClosePolicy.Abandon, Priority = new Priority { FairnessWeight = 2 } }),
            }));
        engine.StartWorkflow("parent", "Parent", r => r with { Priority = new Priority { PriorityKey = 1, FairnessKey = "tenant" } });
        engine.Settle();
        Assert.Equal(new Priority { PriorityKey = 1, FairnessKey = "tenant", FairnessWeight = 2 }, Started(engine, "child").Priority);
        Assert.Equal(new Priority { PriorityKey = 2, FairnessKey = "tenant" }, Started(engine, "parent").Priority);
    }

    [Theory]
    [InlineData(6, "", 0)]
    [InlineData(-1, "", 0)]
    [InlineData(0, "12345678901234567890123456789012345678901234567890123456789012345", 0)]
    [InlineData(0, "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü", 0)]
    [InlineData(0, "", 0.0001)]
    [InlineData(0, "", 1001)]
    public void A_priority_out_of_its_range_is_refused(int key, string fairnessKey, double weight)
    {
        PumpedEngine engine = new(null, new ScriptedWorker().OnSequence("One", 1));
        var refused = Assert.Throws<HoldfastException>(() => engine.StartWorkflow("w", "One", r => r with { Priority = new Priority { PriorityKey = key, FairnessKey = fairnessKey, FairnessWeight = weight } }));
        Assert.Equal(ErrorCodes.InvalidArgument, refused.Code);
    }

    [Theory]
    [InlineData(1, "1234567890123456789012345678901234567890123456789012345678901234", 0.001)]
    [InlineData(5, "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü", 1_000)]
    public void A_priority_at_the_ends_of_its_range_is_taken(int key, string fairnessKey, double weight)
    {
        PumpedEngine engine = new(null, new ScriptedWorker().OnSequence("One", 1));
        Priority priority = new() { PriorityKey = key, FairnessKey = fairnessKey, FairnessWeight = weight };
        engine.StartWorkflow("w", "One", r => r with { Priority = priority });
        Assert.Equal(priority, Started(engine, "w").Priority);
    }

    [Fact]
    public void Workflow_tasks_that_waited_for_a_worker_run_by_priority()
    {
        PumpedEngine engine = new(new EngineOptions { Owners = 1 });
        engine.StartWorkflow("late", "Note", r => r with { Priority = new Priority { PriorityKey = 5 } });
        engine.StartWorkflow("usual", "Note");
        engine.StartWorkflow("first", "Note", r => r with { Priority = new Priority { PriorityKey = 1 } });
        engine.Settle();
        List<string> order = [];
        ScriptedWorker worker = new();
        engine.Engine.RegisterWorker(worker.On("Note", (task, _) =>
        {
            order.Add(task.Workflow.WorkflowId);
            return ScriptedWorker.Completed();
        }).Registration);
        engine.Settle();
        Assert.Equal(["first", "usual", "late"], order);
    }

    private static Priority Of(int key) => new() { PriorityKey = key };

    private static WorkflowExecutionStarted Started(PumpedEngine engine, string workflowId) => (WorkflowExecutionStarted)engine.History(workflowId)[0].Attributes;

    private static WorkflowTaskResult Fan(IReadOnlyList<HistoryEvent> history, IReadOnlyList<Priority?> priorities) => history switch
    {
        _ when history.Count(e => e.Type == EventType.ActivityTaskCompleted) == priorities.Count => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()),
        _ when history.Any(e => e.Type == EventType.ActivityTaskScheduled) => ScriptedWorker.Completed(),
        _ => ScriptedWorker.Completed([.. priorities.Select((p, i) => new ScheduleActivityTaskCommand { ActivityId = $"{i}", ActivityType = "Step", StartToCloseTimeout = TimeSpan.FromDays(1), Priority = p })]),
    };

    private static void Complete(PumpedEngine engine, ActivityTask task) =>
        engine.Run(engine.Service.RespondActivityTaskAsync(new RespondActivityTaskRequest(task.Activity, new ActivityOutcome.Completed(Payloads.Empty), "worker"), CancellationToken.None));

    private static IEnumerable<string> Ids(ScriptedWorker worker) => worker.Attempts.Select(static a => a.ActivityId);
}
