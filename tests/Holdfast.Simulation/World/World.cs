using Holdfast.Journaling;
using Holdfast.Storage;
using Holdfast.Testing;

namespace Holdfast.Simulation;

/// <summary>
/// Engine, worker and clients on one thread, on a virtual disk and a virtual clock. A seed decides all: what runs next, what breaks when, and what a crash leaves.
/// </summary>
internal sealed class World
{
    /// <summary>Steps after the last fault within which everything must have ended.</summary>
    private const int MostSteps = 300_000;

    private readonly Scenario _scenario;
    private readonly Random _chance;
    private readonly Random _faultChance;
    private int _faultsLeft;
    private bool _isMeanwhile;

    public World(Scenario scenario, TextWriter? trace)
    {
        _scenario = scenario;
        Settings = WorldSettings.Draw(scenario.ChanceFor(SeedPurpose.Settings));
        _faultsLeft = Math.Min(Settings.Faults, scenario.MostFaults ?? int.MaxValue);
        Ids = new SeededIds(scenario.ChanceFor(SeedPurpose.Ids));
        _chance = scenario.ChanceFor(SeedPurpose.Order);
        _faultChance = scenario.ChanceFor(SeedPurpose.Faults);
        Trace = new WorldTrace(Clock, trace);
        Outside = new Outside();
        Service = new WorldService(this);
        Client = new HoldfastClient(Service, new HoldfastClientOptions { TimeProvider = Clock, GuidSource = Ids.NextGuid, Identity = "client", RetryTimeLimit = TimeSpan.FromDays(3_650) });
        Process = WorldProcess.Start(this);
    }

    public WorldSettings Settings { get; }

    public VirtualTimeProvider Clock { get; } = new();

    public MemoryDisk Disk { get; } = new();

    public InMemorySettledStore Store { get; } = new();

    public SeededIds Ids { get; }

    public WorldLog Log { get; } = new();

    /// <summary>What the programs' activities act on.</summary>
    public Outside Outside { get; }

    public WorldService Service { get; }

    public IHoldfastClient Client { get; }

    /// <summary>The code of the clients.</summary>
    public WorldQueue Clients { get; } = new();

    /// <summary>The process that is up; null when none is.</summary>
    public WorldProcess? Process { get; private set; }

    /// <summary>Everything that happened, as one number.</summary>
    public WorldTrace Trace { get; }

    /// <summary>Processes that died.</summary>
    public int Crashes { get; private set; }

    /// <summary>No more faults from now on.</summary>
    public void StopFaults() => _faultsLeft = 0;

    /// <summary>Takes steps until client code has ended.</summary>
    public T Run<T>(Func<Task<T>> clientCode)
    {
        Task<T>? task = null;
        Clients.Enter(() => task = clientCode());
        for (var steps = 0; !task!.IsCompleted; steps++)
        {
            if (steps > MostSteps)
            {
                throw new SimulationFailure($"something is stuck: {MostSteps} steps were not enough; last: {Trace.Tail}; open: {Process?.DescribeOpenRuns()}");
            }

            Step();
        }

        return task.GetAwaiter().GetResult();
    }

    /// <summary>Whether workflow code that is about to run will be slow.</summary>
    public bool DrawSlowness() => !_isMeanwhile && !_scenario.Without.HasFlag(FaultKinds.SlowWorkflows) && _chance.Next(Settings.TasksPerSlowOne) == 0;

    /// <summary>Takes steps while workflow code holds a thread.</summary>
    public void GoOnMeanwhile(WorldProcess process, int mostSteps)
    {
        _isMeanwhile = true;
        for (var steps = _chance.Next(mostSteps); steps > 0 && process is { IsDead: false, Fatal: null } && RunSomething(process); steps--)
        {
            Trace.Note("meanwhile");
        }

        _isMeanwhile = false;
    }

    private void Step()
    {
        if (Process is null)
        {
            Start();
        }
        else if (_faultsLeft > 0 && _faultChance.Next(Settings.StepsPerFault) == 0)
        {
            _faultsLeft--;
            Break();
        }
        else if (!_scenario.Without.HasFlag(FaultKinds.Delays) && _chance.Next(Settings.StepsPerDelay) == 0)
        {
            Pass(TimeSpan.FromMilliseconds(_chance.Next(3_000)));
        }
        else if (!RunSomething(Process))
        {
            SkipTime(Process);
        }

        if (Process is { Fatal: { } fatal })
        {
            RequireOrdered(fatal);
            Crash();
        }
    }

    private bool RunSomething(WorldProcess process)
    {
        List<(string Name, Action Run)> choices = [];
        if (!Clients.IsEmpty)
        {
            choices.Add(("client", () => Clients.RunOne(_chance)));
        }

        if (!process.Queue.IsEmpty)
        {
            choices.Add(("worker", () => process.Queue.RunOne(_chance)));
        }

        foreach (var owner in process.Engine.Owners.Where(o => o.HasWork || o.Batches.IsRefused))
        {
            choices.Add(($"owner {owner.Index}", () => process.Queue.Enter(() => owner.Turn())));
        }

        var journal = process.Engine.Journal;
        if (journal.PendingBytes > 0)
        {
            choices.Add(("journal", () => process.Queue.Enter(() => _ = journal.WriteOnce() | (_chance.Next(4) == 0 && journal.PrepareOnce()))));
        }

        if (choices.Count == 0)
        {
            return false;
        }

        var (name, run) = choices[_chance.Next(choices.Count)];
        Trace.Note(name);
        Guard(run);
        return true;
    }

    private void SkipTime(WorldProcess process)
    {
        if (process.Engine.PumpOnce())
        {
            return;
        }

        var next = process.Engine.NextDueTime is { } due && !(Clock.NextDueTime < due) ? due : Clock.NextDueTime;
        if (next is not { } time)
        {
            throw new SimulationFailure($"something is stuck: nothing can run and nothing is due; open: {process.DescribeOpenRuns()}");
        }

        Pass(time - Clock.GetUtcNow());
    }

    private void Pass(TimeSpan time)
    {
        Trace.Note($"time {time.Ticks}");
        Clock.Advance(time > TimeSpan.Zero ? time : TimeSpan.Zero);
    }

    private void Break()
    {
        var kind = _faultChance.Next(8) switch
        {
            0 => FaultKinds.FlushFails,
            1 => FaultKinds.WriteFails,
            2 => FaultKinds.SettlementFails,
            3 => FaultKinds.ProcessEnds,
            _ => FaultKinds.PowerFails,
        };
        if (!_scenario.Without.HasFlag(kind))
        {
            Trace.Note($"fault: {kind}");
            Break(kind);
        }
    }

    private void Break(FaultKinds kind)
    {
        switch (kind)
        {
            case FaultKinds.FlushFails:
                Disk.FailFlush(_faultChance.Next(3), (ulong)_faultChance.NextInt64());
                break;
            case FaultKinds.WriteFails:
                Disk.FailWrite(_faultChance.Next(3));
                break;
            case FaultKinds.SettlementFails:
                Store.FailNextSettlement(new Protocol.HoldfastException(Protocol.ErrorCodes.StoreFailed, "as ordered"));
                break;
            case FaultKinds.ProcessEnds:
                Disk.EndProcess();
                End();
                break;
            default:
                Crash();
                break;
        }
    }

    private void Crash()
    {
        Trace.Note("crash");
        Disk.Crash((ulong)_faultChance.NextInt64());
        End();
    }

    private void End()
    {
        Crashes++;
        Process?.Die();
        Process = null;
    }

    private void Start()
    {
        Pass(TimeSpan.FromMilliseconds(1 + _chance.Next(1_000))); // no process starts in no time
        Trace.Note("start");
        Guard(() => Process = WorldProcess.Start(this));
        if (Process is null)
        {
            Disk.Crash((ulong)_faultChance.NextInt64());
        }
    }

    /// <summary>A disk that was broken on order may throw; anything else is a defect.</summary>
    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is not SimulationFailure)
        {
            RequireOrdered(Process?.Fatal ?? exception);
            Crash();
        }
    }

    private void RequireOrdered(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is IOException && cause.Message.Contains("as ordered", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new SimulationFailure($"the engine stopped by itself: {exception.Message}", exception);
    }
}
