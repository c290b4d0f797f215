namespace Holdfast.Simulation;

/// <summary>
/// A random program, and an operator who resets it to some workflow task of its newest run, several times, also when it has ended. Its last run ends as its text says, with
/// each signal and update counted once, whichever run it had come to.
/// </summary>
internal sealed class ResetWorkload : IWorkload
{
    private const int MostResets = 4;
    private readonly World _world;
    private readonly ClientCalls _calls;
    private readonly Random _chance;
    private readonly ProgramNode _program;
    private readonly string _id;
    private readonly WorkflowResets _resets;

    public ResetWorkload(World world, ClientCalls calls, Random chance, string id)
    {
        _world = world;
        _calls = calls;
        _chance = chance;
        _id = id;
        _program = new ProgramGenerator(chance, id, ProgramUse.Reset).Next();
        _resets = new WorkflowResets(world, chance, id);
    }

    public string Name => $"resets {_id}: {_program}";

    public async Task DriveAsync()
    {
        await DelayAsync(5_000);
        var handle = await _world.Client.StartWorkflowAsync((ProgramWorkflow w) => w.RunAsync(_program, ProgramTotals.None), new WorkflowOptions { Id = _id });
        _calls.Acknowledged.Starts.Add((_id, handle.RunId));
        var isHurried = _chance.Next(2) == 0;
        for (var times = _chance.Next(1, MostResets + 1); times > 0; times--)
        {
            await DelayAsync(isHurried ? 300 : 4_000);
            await _resets.ResetNewestAsync();
        }

        await ProgramOutcome.RequireAsync(_program, _id, _world.Client.GetWorkflowHandle<ProgramWorkflow, ProgramTotals>(_id));
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs)
    {
        var branches = runs.Count(r => r.Execution.WorkflowId == _id);
        return _resets.Check(branches - 1).Concat(CountChecker.CheckRepeated(_program, _world.Outside, branches));
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(mostMilliseconds)), _world.Clock);
}
