namespace Holdfast.Simulation.Tests;

/// <summary>A world in which programs run, and what is checked of it.</summary>
internal sealed class ProgramSimulation
{
    /// <summary>Programs that run at the same time in one world.</summary>
    public const int ProgramsPerWorld = 10;

    private readonly World _world;
    private readonly ProgramDriver _driver;
    private readonly List<(string Id, ProgramNode Program)> _programs;

    private ProgramSimulation(int seed)
    {
        _world = new World(seed);
        Random chance = new(~seed);
        _driver = new ProgramDriver(_world, new Random(chance.Next()));
        _programs = [.. Enumerable.Range(0, ProgramsPerWorld).Select(i => $"p{i}").Select(id => (id, new ProgramGenerator(chance, id).Next()))];
    }

    /// <summary>Runs a world to its end.</summary>
    /// <returns>The trace, which is the same whenever the seed is.</returns>
    /// <exception cref="SimulationFailure">Something is wrong; the message tells how to see it again.</exception>
    public static SimulationResult Run(int seed)
    {
        try
        {
            return new ProgramSimulation(seed).Run();
        }
        catch (Exception exception)
        {
            throw new SimulationFailure($"World {seed} failed. To see it again: HOLDFAST_SIMULATION_SEED={seed} dotnet test tests/Holdfast.Simulation.Tests\n{exception.Message}", exception);
        }
    }

    private SimulationResult Run()
    {
        _world.Run(async () =>
        {
            await Task.WhenAll(_programs.Select(p => _driver.RunAsync(p.Id, p.Program)));
            await _driver.WhenAllSentAsync();
            return true;
        });
        _world.StopFaults();
        var runs = _world.Run(() => RunHistory.ReadAllAsync(_world.Client));
        List<string> problems =
        [
            .. _world.Log.Complaints,
            .. runs.SelectMany(HistoryChecker.Check),
            .. DurabilityChecker.Check(_driver.Acknowledged, runs),
            .. CountChecker.Check(_programs.Select(p => p.Program), _world.Outside),
        ];
        if (problems.Count > 0)
        {
            throw new SimulationFailure(string.Join('\n', problems));
        }

        foreach (var name in _world.Disk.List())
        {
            _world.Trace.Note(_world.Disk.ReadAll(name));
        }

        return new SimulationResult(_world.Trace.Hash, runs.Count, runs.Sum(r => r.Events.Count), _world.Crashes);
    }
}
