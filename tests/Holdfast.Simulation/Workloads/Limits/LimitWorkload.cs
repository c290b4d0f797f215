using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Activities and starts of workflows under limits: never more at a time than may be, all that was accepted runs in the end or gives way as documented, and what was refused leaves nothing.</summary>
internal sealed class LimitWorkload(World world, ClientCalls calls, Random chance, string id) : IWorkload
{
    private const int MostStarts = 5;
    private const int MostCalls = 5;
    private const int MostRanked = 12;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    public string Name => $"limits {id}";

    public Task DriveAsync() => Task.WhenAll(RunActivitiesAsync(), RunQueuedAsync(), RunRejectedAsync(), RunReplacedAsync(), RunDebouncedAsync());

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs)
    {
        List<RunHistory> own = [.. runs.Where(r => r.Execution.WorkflowId.StartsWith(id + ".", StringComparison.Ordinal))];
        IReadOnlyList<RunHistory> Of(string kind) => [.. own.Where(r => r.Execution.WorkflowId.StartsWith($"{id}.{kind}", StringComparison.Ordinal))];
        var problems = _problems
            .Concat(_counts.Where(c => world.Outside.CountOf(c.Key) != c.Value).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} was counted {world.Outside.CountOf(c.Key)} times, and not {c.Value} times")))
            .Concat(own.SelectMany(world.Limits.CheckOrder));
        if (!world.Faults.Kinds.HasNetworkFaults())
        {
            problems = problems.Concat(own.Where(r => _refused.Contains(r.Execution.WorkflowId)).Select(r => $"{r.Execution} is there, though its start was refused"));
        }

        return world.Faults.Kinds.HasFlag(FaultKinds.ClockJumps)
            ? problems
            : problems
                .Concat(StartLimitChecker.CheckAtATime(Of("queued"), LimitedQueue.QueuedRuns))
                .Concat(StartLimitChecker.CheckAtATime(Of("rejected"), 1))
                .Concat(StartLimitChecker.CheckAtATime(Of("replaced"), 1))
                .Concat(StartLimitChecker.CheckDebounced(Of("debounced")));
    }

    private async Task RunActivitiesAsync()
    {
        await DelayAsync(5_000);
        var name = $"{id}.activities";
        List<LimitedCall> limited = [.. Enumerable.Range(0, chance.Next(MostCalls + 1)).Select(_ => new LimitedCall(chance.Next(2) == 0 ? string.Empty : $"key {chance.Next(2)}", chance.Next(1_000)))];
        List<int> ranked = [.. Enumerable.Range(0, chance.Next(MostRanked + 1)).Select(_ => chance.Next(1, 6))];
        var handle = await world.Client.StartWorkflowAsync((LimitedWorkflow w) => w.RunAsync(name, limited, ranked), new WorkflowOptions { Id = name });
        calls.Acknowledged.Starts.Add((name, handle.RunId));
        var count = await handle.ResultAsync();
        Require(count == limited.Count + ranked.Count, $"{name} gave {count}");
        _counts[name] = limited.Count + ranked.Count;
    }

    private async Task RunQueuedAsync() => await Task.WhenAll(Enumerable.Range(0, chance.Next(1, MostStarts + 1)).Select(async i =>
    {
        await DelayAsync(4_000);
        var (name, milliseconds) = (NameOf("queued", i), chance.Next(2_000));
        var handle = await world.Client.StartWorkflowAsync((QueuedWorkflow w) => w.RunAsync(name, milliseconds), new WorkflowOptions { Id = name });
        calls.Acknowledged.Starts.Add((name, handle.RunId));
        await CompleteAsync(name, handle);
    }));

    /// <summary>A start is refused when one before may still be open, and only then.</summary>
    private async Task RunRejectedAsync()
    {
        Task last = Task.CompletedTask;
        for (var i = chance.Next(1, MostStarts + 1); i > 0; i--)
        {
            await DelayAsync(2_000);
            if (chance.Next(3) == 0)
            {
                await last;
            }

            var (name, milliseconds, wasOver) = (NameOf("rejected", i), chance.Next(2_000), last.IsCompleted);
            try
            {
                var handle = await world.Client.StartWorkflowAsync((RejectedWorkflow w) => w.RunAsync(name, milliseconds), new WorkflowOptions { Id = name, ConcurrencyKey = id });
                calls.Acknowledged.Starts.Add((name, handle.RunId));
                last = CompleteAsync(name, handle);
            }
            catch (StartLimitReachedException)
            {
                _refused.Add(name);
                Require(!wasOver || world.Faults.Kinds.HasNetworkFaults(), $"{name} was refused, though nothing was in its way");
            }
        }

        await last;
    }

    private async Task RunReplacedAsync()
    {
        Task last = Task.CompletedTask;
        for (var i = chance.Next(1, MostStarts + 1); i > 0; i--)
        {
            await DelayAsync(1_500);
            var (name, milliseconds) = (NameOf("replaced", i), chance.Next(2_000));
            var handle = await world.Client.StartWorkflowAsync((ReplacedWorkflow w) => w.RunAsync(name, milliseconds), new WorkflowOptions { Id = name, ConcurrencyKey = id });
            calls.Acknowledged.Starts.Add((name, handle.RunId));
            last = Task.WhenAll(last, i == 1 ? CompleteAsync(name, handle) : EndAsync(name, handle));
        }

        await last;
    }

    private async Task RunDebouncedAsync()
    {
        Task last = Task.CompletedTask;
        for (var i = chance.Next(1, MostStarts + 1); i > 0; i--)
        {
            await DelayAsync(4_000);
            var name = NameOf("debounced", i);
            var handle = await world.Client.StartWorkflowAsync((DebouncedWorkflow w) => w.RunAsync(name, 0), new WorkflowOptions { Id = name, ConcurrencyKey = id });
            calls.Acknowledged.Starts.Add((name, handle.RunId));
            last = Task.WhenAll(last, i == 1 ? CompleteAsync(name, handle) : EndAsync(name, handle));
        }

        await last;
    }

    private async Task CompleteAsync<TWorkflow>(string name, WorkflowHandle<TWorkflow, string> handle)
    {
        var result = await handle.ResultAsync();
        Require(result == name, $"{name} gave {result}");
        _counts[name] = 1;
    }

    /// <summary>It may give way to a later one.</summary>
    private async Task EndAsync<TWorkflow>(string name, WorkflowHandle<TWorkflow, string> handle)
    {
        try
        {
            await CompleteAsync(name, handle);
        }
        catch (WorkflowFailedException)
        {
            var described = await world.Client.GetWorkflowHandle(name, handle.RunId).DescribeAsync();
            Require(described.Info.Status == WorkflowExecutionStatus.Terminated, $"{name} gave way, and is {described.Info.Status}");
        }
    }

    private void Require(bool isRight, string problem)
    {
        if (!isRight)
        {
            _problems.Add(problem);
        }
    }

    private string NameOf(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{id}.{kind}{number}");

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
