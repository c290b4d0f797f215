using System.Globalization;

namespace Holdfast.Simulation;

/// <summary>
/// A workflow with children whose IDs another branch would not give them, and an operator who resets it while they run: each branch learns how its own children ended, and not
/// those that the other had asked for at the same places of its history.
/// </summary>
internal sealed class BranchWorkload(World world, ClientCalls calls, Random chance, string id) : IWorkload
{
    private const int MostChildren = 4;
    private const int MostResets = 3;
    private readonly WorkflowResets _resets = new(world, chance, id);

    public string Name => $"branches {id}";

    public async Task DriveAsync()
    {
        await DelayAsync(5_000);
        List<int> naps = [.. Enumerable.Range(0, chance.Next(1, MostChildren + 1)).Select(_ => chance.Next(3_000))];
        var handle = await world.Client.StartWorkflowAsync((BranchWorkflow w) => w.RunAsync(id, naps), new WorkflowOptions { Id = id });
        calls.Acknowledged.Starts.Add((id, handle.RunId));
        for (var times = chance.Next(1, MostResets + 1); times > 0; times--)
        {
            await DelayAsync(2_000);
            await _resets.ResetNewestAsync();
        }

        var count = await world.Client.GetWorkflowHandle<BranchWorkflow, int>(id).ResultAsync();
        SimulationFailure.Require(count == naps.Count, string.Create(CultureInfo.InvariantCulture, $"{id} had {count} children, and not {naps.Count}"));
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) => _resets.Check(runs.Count(r => r.Execution.WorkflowId == id) - 1);

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
