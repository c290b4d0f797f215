using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class DeletingTests
{
    private static readonly EngineOptions Options = new() { Owners = 2, IdleBeforeSettling = TimeSpan.FromSeconds(5) };

    [Fact]
    public void An_open_run_is_terminated_and_removed_for_good()
    {
        PumpedEngine engine = Waiting();
        var result = engine.Service.GetWorkflowExecutionHistoryAsync(
            new GetWorkflowExecutionHistoryRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), CloseEventOnly = true },
            CancellationToken.None);

        engine.Run(Delete(engine, "w"));

        Assert.Equal(EventType.WorkflowExecutionTerminated, engine.Run(result).Events[0].Type);
        Assert.Equal(0, engine.Engine.RunsInMemory);
        AssertGone(engine, "w");
        engine.CrashAndRestart(1);
        AssertGone(engine, "w");
        Assert.Equal(ErrorCodes.NotFound, Assert.Throws<HoldfastException>(() => engine.Run(Delete(engine, "w"))).Code);
    }

    [Fact]
    public void A_sleeping_run_is_deleted_and_not_woken()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().On("Sleep", (_, _) => ScriptedWorker.Completed(new StartTimerCommand { TimerId = "1", StartToFireTimeout = TimeSpan.FromDays(7) })));
        engine.StartWorkflow("w", "Sleep");
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(0, engine.Engine.RunsInMemory);

        engine.Run(Delete(engine, "w"));
        engine.Time.Advance(TimeSpan.FromDays(8));
        engine.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(0, engine.Engine.RunsInMemory);
        AssertGone(engine, "w");
    }

    [Fact]
    public void Only_the_run_that_is_named_is_deleted_and_the_one_before_it_is_the_newest_then()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("None", 0));
        var first = engine.StartWorkflow("w", "None");
        engine.WaitForClose("w");
        var second = engine.StartWorkflow("w", "None");
        engine.WaitForClose("w");

        engine.Run(Delete(engine, "w", second.RunId));

        Assert.Equal([first.RunId], List(engine));
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        engine.CrashAndRestart(1);
        Assert.Equal([first.RunId], List(engine));
    }

    [Fact]
    public void Whatever_a_crash_leaves_no_child_outlives_a_parent_that_was_deleted()
    {
        for (ulong seed = 0; seed < 60; seed++)
        {
            PumpedEngine engine = new(Options, new ScriptedWorker()
                .On("Wait", static (_, _) => ScriptedWorker.Completed())
                .On("Parent", static (_, history) => history.Any(static e => e.Type == EventType.StartChildWorkflowExecutionInitiated)
                    ? ScriptedWorker.Completed()
                    : ScriptedWorker.Completed([.. Enumerable.Range(0, 3).Select(static i => new StartChildWorkflowExecutionCommand { WorkflowId = $"c{i}", WorkflowType = "Wait", ParentClosePolicy = i == 2 ? ParentClosePolicy.Abandon : ParentClosePolicy.Terminate })])));
            engine.StartWorkflow("w", "Parent");
            engine.Settle();
            if (seed % 2 == 0)
            {
                engine.Pass(TimeSpan.FromSeconds(10));
            }

            _ = Delete(engine, "w");
            for (ulong turn = 0; turn < seed / 4; turn++)
            {
                engine.Engine.PumpOnce();
            }

            engine.CrashAndRestart(seed);
            engine.Settle();
            var isGone = !Exists(engine, "w");
            Assert.All(["c0", "c1"], child => Assert.True(!isGone || IsClosed(engine, child), $"seed {seed}: {child}"));
            Assert.False(IsClosed(engine, "c2"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void Wherever_the_process_dies_the_run_is_whole_or_gone_and_can_be_deleted_again(int turnsBeforeCrash)
    {
        PumpedEngine engine = Waiting();
        var deletion = Delete(engine, "w");
        for (var turn = 0; turn < turnsBeforeCrash; turn++)
        {
            engine.Engine.PumpOnce();
        }

        var wasAnswered = deletion.IsCompletedSuccessfully;
        engine.CrashAndRestart((ulong)turnsBeforeCrash);

        if (wasAnswered)
        {
            AssertGone(engine, "w");
        }
        else if (List(engine) is [_])
        {
            Assert.Equal(EventType.WorkflowExecutionStarted, engine.History("w")[0].Type);
            engine.Run(Delete(engine, "w"));
        }

        AssertGone(engine, "w");
        engine.Pass(TimeSpan.FromSeconds(20));
        Assert.Empty(List(engine));
    }

    [Fact]
    public void Two_deletions_of_a_run_are_both_answered()
    {
        PumpedEngine engine = Waiting();
        var first = Delete(engine, "w");
        var second = Delete(engine, "w");
        engine.Run(first);
        engine.Run(second);
        AssertGone(engine, "w");
    }

    [Fact]
    public void An_attempt_that_outlives_its_deleted_run_frees_its_slot_when_it_ends()
    {
        ScriptedWorker worker = new(slots: 1) { Activity = static _ => null };
        PumpedEngine engine = new(Options, worker.OnSequence("One", 1));
        engine.StartWorkflow("w", "One");
        engine.Settle();
        engine.Run(Delete(engine, "w"));
        var orphan = worker.Attempts.Single();
        engine.StartWorkflow("next", "One");
        engine.Settle();
        Assert.Single(worker.Attempts);

        worker.Activity = static _ => new ActivityOutcome.Completed(Payloads.Empty);
        var report = engine.Service.RespondActivityTaskAsync(new RespondActivityTaskRequest(orphan.Activity, new ActivityOutcome.Completed(Payloads.Empty), "worker"), CancellationToken.None);

        Assert.Equal(ErrorCodes.NotFound, Assert.Throws<HoldfastException>(() => engine.Run(report)).Code);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("next").Type);
    }

    [Fact]
    public void The_parent_of_a_deleted_child_learns_that_it_was_terminated()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker()
            .On("Child", (_, _) => ScriptedWorker.Completed())
            .On("Parent", (_, history) => history switch
            {
                _ when history.Any(e => e.Type == EventType.ChildWorkflowExecutionTerminated) => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()),
                _ when history.Any(e => e.Type == EventType.StartChildWorkflowExecutionInitiated) => ScriptedWorker.Completed(),
                _ => ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = "child", WorkflowType = "Child", TaskQueue = PumpedEngine.TaskQueue }),
            }));
        engine.StartWorkflow("parent", "Parent");
        engine.Settle();

        engine.Run(Delete(engine, "child"));

        AssertGone(engine, "child");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("parent").Type);
    }

    private static bool Exists(PumpedEngine engine, string workflowId)
    {
        try
        {
            return engine.History(workflowId).Count > 0;
        }
        catch (HoldfastException exception) when (exception.Code == ErrorCodes.NotFound)
        {
            return false;
        }
    }

    private static bool IsClosed(PumpedEngine engine, string workflowId) => engine.History(workflowId)[^1].Type == EventType.WorkflowExecutionTerminated;

    private static PumpedEngine Waiting()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        engine.Settle();
        return engine;
    }

    private static Task Delete(PumpedEngine engine, string workflowId, RunId runId = default) => engine.Service.DeleteWorkflowExecutionAsync(
        new DeleteWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(workflowId, runId) },
        CancellationToken.None);

    /// <summary>A listing asks the owners one after the other, and goes on elsewhere after each answer.</summary>
    private static IReadOnlyList<RunId> List(PumpedEngine engine)
    {
        var listing = engine.Service.ListWorkflowExecutionsAsync(new ListWorkflowExecutionsRequest { Namespace = PumpedEngine.Namespace }, CancellationToken.None);
        SpinWait.SpinUntil(() =>
        {
            engine.Settle();
            return listing.IsCompleted;
        });
        return [.. engine.Run(listing).Executions.Select(e => e.Execution.RunId)];
    }

    private static void AssertGone(PumpedEngine engine, string workflowId) =>
        Assert.Equal(ErrorCodes.NotFound, Assert.Throws<HoldfastException>(() => engine.History(workflowId)).Code);
}
