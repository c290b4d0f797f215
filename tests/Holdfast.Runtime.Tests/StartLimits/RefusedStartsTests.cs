using Holdfast.Protocol;
using static Holdfast.Runtime.Tests.LimitedStarts;

namespace Holdfast.Runtime.Tests;

public sealed class RefusedStartsTests
{
    [Fact]
    public void A_refused_start_names_the_runs_in_the_way_and_leaves_nothing()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStartsPerKey = new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected } });
        var first = engine.StartWorkflow("a", Waiting, WithKey).RunId;
        var refused = Assert.Throws<StartLimitReachedException>(() => engine.StartWorkflow("b", Waiting, WithKey));
        Assert.Equal(ErrorCodes.StartLimitReached, refused.Code);
        Assert.Equal([new WorkflowExecution("a", first)], refused.RunsInTheWay);
        Assert.Equal(ErrorCodes.NotFound, Assert.Throws<HoldfastException>(() => engine.History("b")).Code);
        engine.CrashAndRestart(1);
        engine.Settle();
        Assert.Throws<StartLimitReachedException>(() => engine.StartWorkflow("b", Waiting, WithKey));
        engine.Signal("a", "end");
        engine.WaitForClose("a");
        engine.Settle();
        engine.StartWorkflow("b", Waiting, WithKey);
        Assert.Equal(["b"], Running(engine, "b"));
    }

    [Fact]
    public void A_start_that_terminates_the_open_run_of_its_ID_takes_its_place_under_a_refusing_limit()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected } });
        engine.StartWorkflow("a", Waiting);
        engine.StartWorkflow("a", Waiting, static r => r with { WorkflowIdConflictPolicy = WorkflowIdConflictPolicy.TerminateExisting });
        Assert.Equal(["a"], Running(engine, "a"));
        Assert.Throws<StartLimitReachedException>(() => engine.StartWorkflow("b", Waiting));
    }

    [Fact]
    public void A_refusing_rate_names_no_runs()
    {
        var engine = Start(new TaskQueueLimits { WorkflowStarts = new StartLimit { StartsPerSecond = 1, Policy = StartLimitPolicy.Rejected } });
        engine.StartWorkflow("a", Waiting);
        Assert.Empty(Assert.Throws<StartLimitReachedException>(() => engine.StartWorkflow("b", Waiting)).RunsInTheWay);
        engine.Time.AdvanceTo(engine.Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        engine.StartWorkflow("b", Waiting);
    }
}
