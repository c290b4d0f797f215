using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>
/// Clients signal names to a workflow that goes on as new runs, and an operator resets these, the newest or the one before it. The last run gives each name once: none is lost
/// and none comes twice when signals are carried over.
/// </summary>
internal sealed class TallyWorkload(World world, ClientCalls calls, Random chance, string id) : IWorkload
{
    private const int MostClients = 3;
    private const int MostNamesPerClient = 8;
    private const int MostNamesPerRun = 5;
    private const int MostResets = 3;
    private const int MostSurprises = 3;
    private const int ShortRestMilliseconds = 8_000;

    /// <summary>Longer than idle runs stay in memory.</summary>
    private const int LongRestMilliseconds = 200_000;
    private readonly WorkflowResets _resets = new(world, chance, id);
    private readonly SortedSet<string> _sent = new(StringComparer.Ordinal);

    public string Name => $"tally {id}";

    public async Task DriveAsync()
    {
        await DelayAsync(5_000);
        TallyState start = new([], chance.Next(1, MostNamesPerRun + 1));
        var handle = await world.Client.StartWorkflowAsync((TallyWorkflow w) => w.RunAsync(start), new WorkflowOptions { Id = id });
        calls.Acknowledged.Starts.Add((id, handle.RunId));
        var resetting = ResetAsync();
        await Task.WhenAll(Enumerable.Range(1, chance.Next(1, MostClients + 1)).Select(client => SendAsync(client, chance.Next(1, MostNamesPerClient + 1))));
        await resetting;
        await SurpriseAsync();
        await SignalAsync($"{id}.finish", (run, name) => run.SignalAsync(w => w.Finish(name), new WorkflowSignalOptions { RequestId = name }));
        var names = await world.Client.GetWorkflowHandle<TallyWorkflow, IReadOnlyList<string>>(id).ResultAsync();
        SimulationFailure.Require(names.Order(StringComparer.Ordinal).SequenceEqual(_sent), $"{id} was sent {string.Join(' ', _sent)}, and has {string.Join(' ', names)}");
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) =>
        _resets.Check(runs.Count(r => r.Execution.WorkflowId == id && r.Events.Any(e => e.Attributes is WorkflowTaskFailed { Cause: WorkflowTaskFailedCause.ResetWorkflow } failed && failed.NewRunId == r.Execution.RunId)));

    private async Task SendAsync(int client, int count)
    {
        var isHurried = chance.Next(2) == 0;
        for (var i = 0; i < count; i++)
        {
            await DelayAsync(isHurried ? 20 : 1_000);
            await SendAsync($"{id}.{client}.{i}", RunId.None);
        }
    }

    private async Task SendAsync(string name, RunId newest)
    {
        await SignalAsync(name, (run, text) => run.SignalAsync(w => w.Add(text), new WorkflowSignalOptions { RequestId = text }), newest);
        _sent.Add(name);
    }

    /// <summary>Signals the run that is the newest, by its ID: a request that is sent again can then not come to the next run as well.</summary>
    /// <param name="name">What is sent.</param>
    /// <param name="sendAsync">Sends it to a run.</param>
    /// <param name="newest">The newest run, as far as the client knows; <see cref="RunId.None"/>: it asks.</param>
    private async Task SignalAsync(string name, Func<WorkflowHandle<TallyWorkflow>, string, Task> sendAsync, RunId newest = default)
    {
        while (true)
        {
            newest = newest.IsNone ? await FindNewestAsync() : newest;
            try
            {
                await sendAsync(world.Client.GetWorkflowHandle<TallyWorkflow>(id, newest), name);
                return;
            }
            catch (WorkflowClosedException)
            {
                newest = RunId.None;
                await DelayAsync(50);
            }
        }
    }

    /// <summary>A run has been at rest, and perhaps left memory, when names and a reset reach it at once: it goes on as another while the reset still looks for the newest.</summary>
    private async Task SurpriseAsync()
    {
        for (var times = chance.Next(MostSurprises + 1); times > 0; times--)
        {
            var newest = await FindNewestAsync();
            await DelayAsync(chance.Next(2) == 0 ? ShortRestMilliseconds : LongRestMilliseconds);
            var sending = Enumerable.Range(0, chance.Next(2, MostNamesPerClient)).Select(i => SendAsync($"{id}.surprise{times}.{i}", newest));
            await Task.WhenAll(sending.Append(_resets.ResetAsync(newest)));
        }
    }

    private async Task<RunId> FindNewestAsync() => (await world.Client.GetWorkflowHandle(id).DescribeAsync()).Info.Execution.RunId;

    private async Task ResetAsync()
    {
        for (var times = chance.Next(1, MostResets + 1); times > 0; times--)
        {
            await DelayAsync(4_000);
            await _resets.ResetAsync(await ChooseAsync());
        }
    }

    /// <summary>The newest run, or the one that it continues.</summary>
    private async Task<RunId> ChooseAsync()
    {
        var newest = await FindNewestAsync();
        if (chance.Next(2) == 0)
        {
            return newest;
        }

        await foreach (var started in world.Client.GetWorkflowHandle(id, newest).FetchHistoryAsync())
        {
            return started.Attributes is WorkflowExecutionStarted { ContinuedExecutionRunId: { IsNone: false } before } && await IsFollowedByAsync(before, newest) ? before : newest;
        }

        return newest;
    }

    /// <summary>Whether a run went on as another, and not as one that was reset meanwhile: what came to the other's branches is not carried over.</summary>
    private async Task<bool> IsFollowedByAsync(RunId before, RunId newest)
    {
        await foreach (var recorded in world.Client.GetWorkflowHandle(id, before).FetchHistoryAsync())
        {
            if (recorded.Attributes is WorkflowExecutionContinuedAsNew continued)
            {
                return continued.NewExecutionRunId == newest;
            }
        }

        return false;
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
