using System.Globalization;

namespace Holdfast.Simulation;

/// <summary>An agent with a scripted model: every call of the model costs money, so none is made again once its result was used.</summary>
internal sealed class AgentWorkload(World world, ClientCalls calls, Random chance, string id) : IWorkload
{
    private const int MostTurns = 6;
    private const int MostTools = 3;

    public string Name => $"agent {id}";

    public async Task DriveAsync()
    {
        await DelayAsync(5_000);
        List<int> script = [.. Enumerable.Range(0, chance.Next(1, MostTurns + 1)).Select(_ => chance.Next(1, MostTools + 1))];
        var handle = await world.Client.StartWorkflowAsync((ModelLoopWorkflow w) => w.RunAsync(id, script), new WorkflowOptions { Id = id });
        calls.Acknowledged.Starts.Add((id, handle.RunId));
        var transcript = await handle.ResultAsync();
        var expected = string.Join(' ', script.SelectMany((tools, turn) => Enumerable.Range(0, tools).Select(tool => string.Create(CultureInfo.InvariantCulture, $"{turn}.{tool}"))));
        SimulationFailure.Require(transcript == expected, $"{id} said '{transcript}', but its script says '{expected}'");
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) => BillChecker.Check(world.Outside.Bill, id, runs);

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
