using Holdfast.Journaling;
using Holdfast.Storage;
using Holdfast.Testing;

namespace Holdfast.Simulation;

/// <summary>
/// Engine, workers and clients on one thread, on a virtual disk and a virtual clock. A seed decides all: what runs next, what breaks when, and what a crash leaves.
/// </summary>
internal sealed class World
{
    /// <summary>Steps within which everything must have ended.</summary>
    private const int MostSteps = 300_000;

    private static readonly TimeSpan LongestWayToStore = TimeSpan.FromSeconds(10);

    /// <summary>What comes while a workflow task is under way is written when it ends.</summary>
    private static readonly TimeSpan LongestWorkflowTask = TimeSpan.FromSeconds(15);
    private readonly Random _chance;
    private readonly List<(string Name, Action Run)> _choices = [];
    private bool _isMeanwhile;
    private bool _isDiskStalled;
    private TimeSpan _skew;

    public World(Scenario scenario, TextWriter? trace)
    {
        Settings = WorldSettings.Draw(scenario.ChanceFor(SeedPurpose.Settings));
        Ids = new SeededIds(scenario.ChanceFor(SeedPurpose.Ids));
        _chance = scenario.ChanceFor(SeedPurpose.Order);
        Trace = new WorldTrace(Clock, trace);
        Faults = new FaultInjector(this, scenario);
        Outside = new Outside();
        Service = new WorldService(this);
        Client = new HoldfastClient(Service, new HoldfastClientOptions { TimeProvider = Clock, GuidSource = Ids.NextGuid, Identity = "client", RetryTimeLimit = TimeSpan.FromDays(3_650) });
        Process = WorldProcess.Start(this, TimeSpan.Zero);
    }

    public WorldSettings Settings { get; }

    public FaultInjector Faults { get; }

    public VirtualTimeProvider Clock { get; } = new();

    public MemoryDisk Disk { get; } = new();

    public InMemorySettledStore Store { get; } = new();

    public SeededIds Ids { get; }

    public WorldLog Log { get; } = new();

    /// <summary>What the activities act on.</summary>
    public Outside Outside { get; }

    /// <summary>What operators have paused.</summary>
    public PauseWatch Pauses { get; } = new();

    public WorldService Service { get; }

    public IHoldfastClient Client { get; }

    /// <summary>The code of the clients.</summary>
    public WorldQueue Clients { get; } = new();

    /// <summary>The process that is up; null when none is.</summary>
    public WorldProcess? Process { get; private set; }

    /// <summary>What its processes measure with.</summary>
    public WorldMeters Meters { get; } = new();

    /// <summary>Everything that happened, as one number.</summary>
    public WorldTrace Trace { get; }

    /// <summary>Times at which the world let time pass although something was ready.</summary>
    public List<(DateTimeOffset Began, DateTimeOffset Ended)> Delays { get; } = [];

    /// <summary>Processes that died.</summary>
    public int Crashes { get; private set; }

    /// <summary>Which version of the workflow code is deployed.</summary>
    public int CodeVersion { get; set; } = 1;

    /// <summary>How much later than it is due a thing may happen at some time, for all that the world did.</summary>
    public TimeSpan ExplainedLateness(DateTimeOffset due, DateTimeOffset happened)
    {
        var explained = LongestWorkflowTask;
        foreach (var (began, ended) in Delays)
        {
            explained += began <= happened && ended >= due ? ended - began : TimeSpan.Zero;
        }

        explained += Faults.Kinds.HasFlag(FaultKinds.SlowDisk) ? Settings.Faults * FaultInjector.LongestStall : TimeSpan.Zero;
        explained += Faults.Kinds.HasFlag(FaultKinds.SlowStore) ? LongestWayToStore : TimeSpan.Zero;
        return explained;
    }

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
    public bool DrawSlowness() => !_isMeanwhile && Faults.Draw(FaultKinds.SlowWorkflows, Settings.TasksPerSlowOne);

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

    /// <summary>The power fails, and with it the process.</summary>
    public void FailPower()
    {
        Trace.Note("crash");
        Disk.Crash(Faults.NextSeed());
        End();
    }

    /// <summary>The process ends; what it wrote stays.</summary>
    public void EndProcess()
    {
        Disk.EndProcess();
        End();
    }

    /// <summary>Nothing is written to the disk for a while.</summary>
    public void StallDisk(TimeSpan time)
    {
        _isDiskStalled = true;
        After(time, () => _isDiskStalled = false);
    }

    /// <summary>Sets the machine's clock forward.</summary>
    public void SetClock(TimeSpan forward)
    {
        _skew += forward;
        Process?.SetClock(_skew);
    }

    /// <summary>Has something happen at some later time of the world, whichever process is up then.</summary>
    public void After(TimeSpan time, Action happening)
    {
        ITimer? timer = null;
        timer = Clock.CreateTimer(
            _ =>
            {
                timer!.Dispose();
                happening();
            },
            null,
            time,
            Timeout.InfiniteTimeSpan);
    }

    private void Step()
    {
        if (Process is null)
        {
            Start();
        }
        else if (!Faults.TryBreak())
        {
            if (Faults.Draw(FaultKinds.Delays, Settings.StepsPerDelay))
            {
                Delay(TimeSpan.FromMilliseconds(Faults.Next(3_000)));
            }
            else if (!RunSomething(Process))
            {
                SkipTime(Process);
            }
        }

        if (Process is { Fatal: { } fatal })
        {
            OrderedFault.Require(fatal);
            FailPower();
        }
    }

    private bool RunSomething(WorldProcess process)
    {
        _choices.Clear();
        if (!Clients.IsEmpty)
        {
            _choices.Add(("client", () => Clients.RunOne(_chance)));
        }

        process.AddChoices(_choices, _chance, _isDiskStalled);
        if (_choices.Count == 0)
        {
            return false;
        }

        var (name, run) = _choices[_chance.Next(_choices.Count)];
        Trace.Note(name);
        Guard(run);
        return true;
    }

    private void SkipTime(WorldProcess process)
    {
        if (!_isDiskStalled && process.Engine.PumpOnce())
        {
            return;
        }

        // What is due already waits for the disk.
        var next = process.NextDueTime is { } due && due > Clock.GetUtcNow() && !(Clock.NextDueTime < due) ? due : Clock.NextDueTime;
        if (next is not { } time)
        {
            throw new SimulationFailure($"something is stuck: nothing can run and nothing is due; open: {process.DescribeOpenRuns()}");
        }

        Pass(time - Clock.GetUtcNow());
    }

    private void Delay(TimeSpan time)
    {
        var began = Clock.GetUtcNow();
        Pass(time);
        Delays.Add((began, Clock.GetUtcNow()));
    }

    private void Pass(TimeSpan time)
    {
        Trace.Note($"time {time.Ticks}");
        Clock.Advance(time > TimeSpan.Zero ? time : TimeSpan.Zero);
    }

    private void End()
    {
        Crashes++;
        Process?.Die();
        Process = null;
    }

    private void Start()
    {
        Delay(TimeSpan.FromMilliseconds(1 + Faults.Next(1_000))); // no process starts in no time
        if (Faults.Draw(FaultKinds.ClockJumps, 2))
        {
            _skew = TimeSpan.FromMilliseconds(Faults.Next(10_000) - 5_000);
        }

        Trace.Note("start");
        try
        {
            Process = WorldProcess.Start(this, _skew);
            Faults.Rot.Mend(refusal: null);
        }
        catch (Exception exception) when (exception is not SimulationFailure)
        {
            if (!Faults.Rot.Mend(exception))
            {
                OrderedFault.Require(exception);
            }

            Disk.Crash(Faults.NextSeed());
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
            OrderedFault.Require(Process?.Fatal ?? exception);
            FailPower();
        }
    }
}
