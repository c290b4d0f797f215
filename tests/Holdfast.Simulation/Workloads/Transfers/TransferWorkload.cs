namespace Holdfast.Simulation;

/// <summary>Transfers, some of them refused, some canceled in the middle: no money is lost or made, and whoever was told that it arrived finds it there.</summary>
internal sealed class TransferWorkload(World world, ClientCalls calls, Random chance, string id) : IWorkload
{
    private const int MostTransfers = 6;
    private readonly List<string> _problems = [];

    public string Name => $"transfers {id}";

    public Task DriveAsync() => Task.WhenAll(Enumerable.Range(0, chance.Next(1, MostTransfers + 1)).Select(i => TransferAsync($"{id}.{i}", chance.Next(4) == 0, chance.Next(3) == 0)));

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) => _problems;

    private async Task TransferAsync(string transfer, bool isRefused, bool isCanceled)
    {
        await DelayAsync(5_000);
        var handle = await world.Client.StartWorkflowAsync((TransferWorkflow w) => w.RunAsync(transfer, isRefused), new WorkflowOptions { Id = transfer });
        calls.Acknowledged.Starts.Add((transfer, handle.RunId));
        var cancel = isCanceled ? CancelAsync(handle) : Task.CompletedTask;
        try
        {
            var isDone = await handle.ResultAsync();
            SimulationFailure.Require(!(isDone && isRefused), $"{transfer} was refused and is told to be done");
            Require(transfer, isDone ? TransferOutcome.Done : TransferOutcome.Undone);
        }
        catch (WorkflowFailedException failure)
        {
            SimulationFailure.Require(isCanceled, $"{transfer} failed: {failure}");
            Require(transfer, TransferOutcome.Undone, TransferOutcome.NotBegun);
        }

        await cancel;
    }

    private async Task CancelAsync(WorkflowHandle handle)
    {
        await DelayAsync(1_500);
        try
        {
            await handle.CancelAsync();
        }
        catch (WorkflowException)
        {
            world.Trace.Write($"    {handle.Id} had ended before it was canceled");
        }
    }

    private void Require(string transfer, params ReadOnlySpan<TransferOutcome> allowed)
    {
        var outcome = world.Outside.Ledger.OutcomeOf(transfer);
        if (!allowed.Contains(outcome))
        {
            _problems.Add($"transfer {transfer}: {outcome}");
        }
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
