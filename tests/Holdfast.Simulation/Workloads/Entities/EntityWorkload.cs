using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Several clients add to a total and read it, at the same time, through crashes and runs that follow one another; to each of them it must look as if there were but one total.</summary>
internal sealed class EntityWorkload(World world, ClientCalls calls, Random chance, string id) : IWorkload
{
    private const int MostClients = 4;
    private const int MostOperationsPerClient = 8;
    private const int MostReaders = 2;

    /// <summary>Reads of a reader: a clock that was put right may keep everybody waiting for hours.</summary>
    private const int MostLooks = 100;

    /// <summary>Those of them that say something new.</summary>
    private const int MostReads = 12;
    private readonly List<RecordedOperation> _operations = [];
    private int _moment;
    private int _additions;
    private bool _isAllAdded;

    public string Name => $"entity {id}";

    public async Task DriveAsync()
    {
        await DelayAsync(5_000);
        EntityState start = new(0, new Dictionary<string, int>(), chance.Next(1, 8));
        var handle = await world.Client.StartWorkflowAsync((EntityWorkflow w) => w.RunAsync(start), new WorkflowOptions { Id = id });
        calls.Acknowledged.Starts.Add((id, handle.RunId));
        var reading = Task.WhenAll(Enumerable.Range(1, chance.Next(MostReaders + 1)).Select(WatchAsync));
        await Task.WhenAll(Enumerable.Range(0, chance.Next(1, MostClients + 1)).Select(client => OperateAsync(client, chance.Next(1, MostOperationsPerClient + 1))));
        _isAllAdded = true;
        await reading;
        await world.Client.GetWorkflowHandle<EntityWorkflow>(id).SignalAsync(w => w.Finish("finish"));
        var total = await handle.ResultAsync();
        var expected = _operations.Sum(o => o.Amount);
        SimulationFailure.Require(total == expected, $"{id} came to {total}, but {expected} was added");
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) => LinearizabilityChecker.Check(_operations) is { } problem ? [$"{id}: {problem}"] : [];

    private async Task OperateAsync(int client, int count)
    {
        var isHurried = chance.Next(2) == 0;
        for (var i = 0; i < count; i++)
        {
            await DelayAsync(isHurried ? 20 : 2_000);
            var name = $"{id}.{client}.{i}";
            var amount = chance.Next(1, 100);
            await (chance.Next(3) switch
            {
                0 => RecordAsync(name, amount, () => AddAsync(name, amount)),
                1 => RecordAsync(name, amount, () => AddAndGetAsync(name, amount)),
                _ => RecordAsync(name, 0, ReadAsync),
            });
        }
    }

    /// <summary>Reads again and again, also what comes while the disk is slow and what is left when a process has died. A read that says what the one before said counts only if something was added in between.</summary>
    private async Task WatchAsync(int reader)
    {
        var isHurried = chance.Next(2) == 0;
        var (last, additionsBefore) = (default(int?), -1);
        for (var (looks, reads) = (0, 0); looks < MostLooks && reads < MostReads && !_isAllAdded; looks++)
        {
            await DelayAsync(isHurried ? 50 : 1_000);
            var called = _moment++;
            if (await ReadAsync() is { } answer && (answer != last || _additions != additionsBefore))
            {
                (last, additionsBefore) = (answer, _additions);
                Record($"{id}.reader{reader}.{reads++}", 0, answer, called);
            }
        }
    }

    private async Task RecordAsync(string name, int amount, Func<Task<int?>> operation)
    {
        var called = _moment++;
        var answer = await operation();
        if (amount != 0 || answer is not null)
        {
            _additions += amount == 0 ? 0 : 1;
            Record(name, amount, answer, called);
        }
    }

    private void Record(string name, int amount, int? answer, int called)
    {
        _operations.Add(new RecordedOperation(name, amount, answer, called, _moment++));
        world.Trace.Write($"    {name} +{amount} gave {answer}");
    }

    private async Task<int?> AddAsync(string name, int amount)
    {
        await world.Client.GetWorkflowHandle<EntityWorkflow>(id).SignalAsync(w => w.Add(name, amount), new WorkflowSignalOptions { RequestId = name });
        return null;
    }

    /// <summary>A run that goes on as another while an update is on its way may refuse it; the next takes it.</summary>
    private async Task<int?> AddAndGetAsync(string name, int amount)
    {
        while (true)
        {
            try
            {
                return await world.Client.GetWorkflowHandle<EntityWorkflow>(id).ExecuteUpdateAsync(w => w.AddAndGetAsync(name, amount), new WorkflowUpdateOptions { UpdateId = name });
            }
            catch (Exception refusal) when (refusal is WorkflowException or HoldfastException)
            {
                world.Trace.Write($"    {name} is refused: {refusal.Message}");
                await DelayAsync(500);
            }
        }
    }

    private async Task<int?> ReadAsync()
    {
        try
        {
            return await world.Client.GetWorkflowHandle<EntityWorkflow>(id).QueryAsync(w => w.Total());
        }
        catch (WorkflowQueryFailedException)
        {
            return null; // a new run that has not begun has nothing to say
        }
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
