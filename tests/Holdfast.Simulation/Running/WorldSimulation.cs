using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>A world with its workloads, from its first step to the verdict on it.</summary>
internal sealed class WorldSimulation
{
    /// <summary>Longer than runs are kept in memory when they have ended, and than attempts go on that nobody waits for.</summary>
    private static readonly TimeSpan UntilEverythingIsSettled = TimeSpan.FromMinutes(4);

    /// <summary>Clocks that went ahead by hours may have been put right since: what was due by them takes as long.</summary>
    private static readonly TimeSpan LongestUntilNothingIsOpen = TimeSpan.FromHours(24);

    private static readonly TimeSpan BetweenFirstLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLaterLooks = TimeSpan.FromMinutes(1);

    private readonly World _world;
    private readonly List<IWorkload> _workloads;
    private readonly ClientCalls _calls;

    private WorldSimulation(Scenario scenario, TextWriter? trace)
    {
        _world = new World(scenario, trace);
        _calls = new ClientCalls(_world, scenario.ChanceFor(SeedPurpose.Clients));
        _workloads = WorkloadDraw.Draw(scenario, _world, _calls);
    }

    /// <summary>Runs a world to its end.</summary>
    /// <param name="scenario">The world.</param>
    /// <param name="trace">Takes every step, in words; null: nobody reads them.</param>
    /// <returns>What became of it, which is the same whenever the scenario is.</returns>
    /// <exception cref="SimulationFailure">Something is wrong.</exception>
    public static SimulationResult Run(Scenario scenario, TextWriter? trace = null)
    {
        WorldSimulation simulation = new(scenario, trace);
        try
        {
            return simulation.Run();
        }
        catch (Exception exception)
        {
            simulation._world.Trace.WriteHistories(() => StoredHistories.Read(simulation._world));
            throw exception as SimulationFailure ?? new SimulationFailure(exception.Message, exception);
        }
        finally
        {
            simulation._world.Meters.Dispose();
        }
    }

    /// <summary>
    /// A run that was reset may have owed the start of a child, which begins when everything else has ended already, and goes on by itself. One that does not end is found
    /// by the checkers.
    /// </summary>
    private async Task<bool> UntilNothingIsOpenAsync()
    {
        var began = _world.Clock.GetUtcNow();
        while (_world.Clock.GetUtcNow() - began is var waited && waited < LongestUntilNothingIsOpen && await IsAnythingOpenAsync())
        {
            await Task.Delay(waited < UntilEverythingIsSettled ? BetweenFirstLooks : BetweenLaterLooks, _world.Clock);
        }

        return true;
    }

    private async Task<bool> IsAnythingOpenAsync()
    {
        foreach (var (folder, @namespace) in _world.Folders.SelectMany(f => _world.Namespaces.Select(n => (f, n))))
        {
            await foreach (var info in _world.ClientOf(folder, @namespace).ListWorkflowsAsync())
            {
                if (info.Status == WorkflowExecutionStatus.Running)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private SimulationResult Run()
    {
        var began = _world.Clock.GetUtcNow();
        _workloads.ForEach(w => _world.Trace.Write(w.Name));
        _world.Run(async () =>
        {
            await Task.WhenAll(_workloads.Select(w => w.DriveAsync()));
            await _calls.WhenAllSentAsync();
            return true;
        });
        _world.CalmDown();
        _world.Run(UntilNothingIsOpenAsync);
        var runs = _world.Run(() => RunHistory.ReadAllAsync(_world));
        _world.Trace.WriteHistories(() => runs);
        _world.Run(async () =>
        {
            await Task.Delay(UntilEverythingIsSettled, _world.Clock);
            return true;
        });
        List<string> left = [.. _world.Folders.SelectMany(f => BoundsChecker.Check(_world, f)), .. RetentionChecker.CheckNothingKept(_world)];
        foreach (var folder in _world.Folders)
        {
            _world.EndProcess(folder);
        }

        var again = _world.Run(() => RunHistory.ReadAllAsync(_world));
        var ended = _world.Clock.GetUtcNow();
        List<string> problems =
        [
            .. _world.Log.Complaints,
            .. _world.Pauses.Problems,
            .. _world.Limits.Problems,
            .. _world.Answers.Problems,
            .. runs.SelectMany(_world.Reports.Check),
            .. runs.SelectMany(run => HistoryChecker.Check(run, _world)),
            .. ResetChecker.Check(runs),
            .. runs.SelectMany(run => TimerChecker.Check(run, _world)),
            .. runs.SelectMany(run => QuietChecker.Check(run, _world)),
            .. left,
            .. RecoveryChecker.Check(runs, again),
            .. DurabilityChecker.Check(_calls.Acknowledged, runs),
            .. _workloads.SelectMany(w => w.Check(runs)),
            .. PlaintextChecker.Check(_world, runs),
            .. RetentionChecker.Check(_world),
            .. BlobChecker.Check(_world),
        ];
        if (problems.Count > 0)
        {
            throw new SimulationFailure(string.Join('\n', problems));
        }

        foreach (var disk in _world.Folders.Select(f => f.Disk))
        {
            foreach (var name in disk.List())
            {
                _world.Trace.Mix(disk.ReadAll(name));
            }
        }

        return new SimulationResult(_world.Trace.Hash, runs.Count, runs.Sum(r => r.Events.Count), _world.Crashes, ended - began);
    }
}
