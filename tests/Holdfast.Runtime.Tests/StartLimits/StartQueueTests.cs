using Holdfast.Protocol;
using Holdfast.Testing;

namespace Holdfast.Runtime.Tests;

public sealed class StartQueueTests : IDisposable
{
    private readonly VirtualTimeProvider _time = new();
    private readonly UuidRunIdSource _runIds = new();
    private readonly List<WorkflowKey> _told = [];
    private readonly StartQueue _queue;

    public StartQueueTests() => _queue = new StartQueue(_time, (workflow, _) => _told.Add(workflow));

    [Fact]
    public void A_run_that_was_let_in_and_could_not_be_read_has_waited_since_it_first_waited()
    {
        Open(new StartLimit { MaxConcurrent = 1 });
        var (first, second) = (NewRun(), NewRun());
        var since = _time.GetUtcNow();
        Assert.True(_queue.Await(Key("first"), first, Permit(since)).IsGranted);
        Assert.False(_queue.Await(Key("second"), second, Permit(since)).IsGranted);
        _time.AdvanceTo(since + TimeSpan.FromMinutes(1));
        _queue.Closed(first);
        Assert.Equal([Key("second")], _told);
        Assert.Equal((0, null, 1), _queue.Describe());

        _queue.Return(second);

        Assert.Equal((1, since, 0), _queue.Describe());
    }

    [Fact]
    public void A_debounced_start_that_comes_to_nothing_leaves_those_before_it_waiting()
    {
        Open(new StartLimit { Policy = StartLimitPolicy.Debounced, QuietPeriod = TimeSpan.FromSeconds(10) });
        var (first, second) = (NewRun(), NewRun());
        Assert.Empty(_queue.Decide(Key("first"), first, Started, replaced: null).Displaced);
        var decision = _queue.Decide(Key("second"), second, Started, replaced: null);
        Assert.Equal(first, Assert.Single(decision.Displaced).RunId);

        _queue.Forgo(second, decision.Displaced);

        Assert.True(_queue.Await(Key("first"), first, Permit(_time.GetUtcNow())).IsGranted);
        Assert.Equal((0, null, 1), _queue.Describe());
    }

    [Fact]
    public void A_run_that_was_to_give_way_when_a_crash_came_does_so_after_it_and_not_the_one_that_took_its_place()
    {
        var (first, second) = (NewRun(), NewRun());
        _queue.Restore(Key("second"), second, Permit(_time.GetUtcNow()) with { State = StartPermitState.Held, AwaitedSince = null });
        _queue.Restore(Key("first"), first, Permit(_time.GetUtcNow()));

        Open(new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Replaced });

        Assert.Equal([Key("first")], _told);
    }

    public void Dispose() => _queue.Dispose();

    private static WorkflowExecutionStarted Started { get; } = new()
    {
        WorkflowType = "Wait",
        TaskQueue = "queue",
        ConcurrencyKey = "k",
        WorkflowTaskTimeout = TimeSpan.FromSeconds(10),
        FirstExecutionRunId = RunId.None,
    };

    private static WorkflowKey Key(string workflowId) => new("default", workflowId);

    private static StartPermit Permit(DateTimeOffset awaitedSince) => new(StartPermitState.Awaited, "queue", "Wait", "k", 3, IsChild: false, awaitedSince, DebouncedSince: null);

    /// <summary>Of a run that started after those before.</summary>
    private RunId NewRun() => _runIds.Next(_time.GetUtcNow());

    private void Open(StartLimit limit)
    {
        _queue.Apply(new TaskQueueLimits { WorkflowStartsPerKey = limit });
        _queue.Open();
    }
}
