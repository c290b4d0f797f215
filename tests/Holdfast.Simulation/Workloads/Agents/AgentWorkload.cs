using System.Globalization;
using Holdfast.Protocol;

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
        var handle = await world.Client.StartWorkflowAsync((AgentWorkflow w) => w.RunAsync(id, script), new WorkflowOptions { Id = id });
        calls.Acknowledged.Starts.Add((id, handle.RunId));
        var transcript = await handle.ResultAsync();
        var expected = string.Join(' ', script.SelectMany((tools, turn) => Enumerable.Range(0, tools).Select(tool => string.Create(CultureInfo.InvariantCulture, $"{turn}.{tool}"))));
        SimulationFailure.Require(transcript == expected, $"{id} said '{transcript}', but its script says '{expected}'");
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) =>
        world.Outside.Bill.PaidTwice.Where(p => p.Agent == id && !runs.Any(run => run.Execution.RunId == p.Attempt.RunId && WasGivenUp(p.Attempt, run))).Select(p => p.What);

    /// <summary>
    /// An attempt that the engine gave up, because it timed out, or its worker or process was believed dead, may still begin when another has taken its place: that is
    /// nobody's fault, and the history tells of the other.
    /// </summary>
    private static bool WasGivenUp(ActivityRef attempt, RunHistory run) =>
        run.Events.Any(e => e.Attributes is ActivityTaskStarted started && started.ScheduledEventId == attempt.ScheduledEventId && started.Attempt > attempt.Attempt);

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
