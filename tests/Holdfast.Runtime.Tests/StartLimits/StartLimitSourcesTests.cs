using System.Collections.Immutable;
using Holdfast.Protocol;
using static Holdfast.Runtime.Tests.LimitedStarts;

namespace Holdfast.Runtime.Tests;

public sealed class StartLimitSourcesTests
{
    [Fact]
    public void After_a_restart_nothing_is_let_in_before_the_workers_limits_are_known()
    {
        ScriptedWorker worker = Worker(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 } });
        PumpedEngine engine = new(null, worker);
        engine.StartWorkflow("a", Waiting);
        engine.StartWorkflow("b", Waiting);
        engine.Settle();
        engine.CrashAndRestart(1);
        engine.Settle();
        Assert.Equal(["a"], Running(engine, "a", "b"));
        engine.Signal("a", "end");
        engine.WaitForClose("a");
        engine.Settle();
        Assert.Equal(["b"], Running(engine, "a", "b"));
    }

    [Fact]
    public void Limits_that_a_client_set_last_and_can_be_taken_back()
    {
        var engine = Start(null);
        Set(engine, new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 }, ActivitiesPerSecond = 3 });
        engine.StartWorkflow("a", Waiting);
        engine.StartWorkflow("b", Waiting);
        engine.CrashAndRestart(1);
        engine.Settle();
        var described = Describe(engine);
        Assert.Equal((1, 3d, true, 1, 1), (described.Limits?.WorkflowStarts?.MaxConcurrent, described.Limits?.ActivitiesPerSecond, described.AreLimitsOverridden, described.StartsWaiting, described.RunsUnderStartLimits));
        Assert.Equal(engine.History("b")[0].Time, described.OldestStartWaitingSince);
        Set(engine, null);
        engine.Settle();
        Assert.Equal(["a", "b"], Running(engine, "a", "b"));
        engine.CrashAndRestart(2);
        Assert.Null(Describe(engine).Limits);
    }

    [Fact]
    public void Limits_of_the_engines_options_hold_until_a_worker_or_a_client_gives_others()
    {
        TaskQueueLimits limits = new() { WorkflowStarts = new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected } };
        EngineOptions options = new() { TaskQueueLimits = ImmutableDictionary<(string, string), TaskQueueLimits>.Empty.Add((PumpedEngine.Namespace, PumpedEngine.TaskQueue), limits) };
        PumpedEngine engine = new(options);
        engine.StartWorkflow("a", Waiting);
        Assert.Throws<StartLimitReachedException>(() => engine.StartWorkflow("b", Waiting));
        engine.Engine.RegisterWorker(Worker(new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 2 } }).Registration);
        engine.StartWorkflow("b", Waiting);
        Assert.Equal(["a", "b"], Running(engine, "a", "b"));
    }

    [Fact]
    public void A_higher_limit_lets_in_what_waits()
    {
        var engine = Start(null);
        Set(engine, new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1 } });
        for (var i = 0; i < 5; i++)
        {
            engine.StartWorkflow($"w{i}", Waiting);
        }

        Set(engine, new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 3 } });
        engine.Settle();
        Assert.Equal(["w0", "w1", "w2"], Running(engine, 5));
    }

    [Theory]
    [InlineData(StartLimitPolicy.Queued)]
    [InlineData(StartLimitPolicy.Replaced)]
    [InlineData(StartLimitPolicy.Debounced)]
    public void A_limit_that_limits_nothing_is_refused(StartLimitPolicy policy) => Assert.Equal(
        ErrorCodes.InvalidArgument,
        Assert.Throws<HoldfastException>(() => new TaskQueueLimits { WorkflowStarts = new StartLimit { Policy = policy } }.Validate()).Code);
}
