using Holdfast.Protocol;
using Holdfast.Testing;

namespace Holdfast.Simulation;

/// <summary>
/// Engines, workers and clients on one thread, on virtual hosts, disks and clocks, with a virtual network between them. A seed decides all: what runs next, what breaks
/// when, and what a crash leaves.
/// </summary>
internal sealed partial class World
{
    /// <summary>What workloads are called whose workflows each know none but their own children: they are spread over the folders.</summary>
    private const string SpreadWorkloads = "petak";
    private const int CallsPerStaleAddress = 3;
    private const int WorldsPerAgentLibrary = 4;

    /// <summary>Steps within which everything must have ended.</summary>
    private const int MostSteps = 300_000;

    private static readonly string[] ClientNodes = ["client 1", "client 2"];
    private static readonly TimeSpan LongestWayToStore = TimeSpan.FromSeconds(10);

    /// <summary>What comes while a workflow task is under way is written when it ends.</summary>
    private static readonly TimeSpan LongestWorkflowTask = TimeSpan.FromSeconds(15);
    private readonly Random _chance;
    private readonly List<WorldChoice> _choices = [];
    private readonly List<WorldHost> _hosts;
    private readonly List<RemoteWorker> _remoteWorkers = [];
    private bool _isMeanwhile;

    public World(Scenario scenario, TextWriter? trace)
    {
        Settings = WorldSettings.Draw(scenario.ChanceFor(SeedPurpose.Settings));
        Ids = new SeededIds(scenario.ChanceFor(SeedPurpose.Ids));
        _chance = scenario.ChanceFor(SeedPurpose.Order);
        Blobs = BlobSettings.Draw(scenario.ChanceFor(SeedPurpose.Blobs), Settings);
        Encryption = WorldEncryption.Draw(scenario.ChanceFor(SeedPurpose.Encryption));
        Retention = RetentionSettings.Draw(scenario.ChanceFor(SeedPurpose.Retention));
        Retained = Retention is null ? null : new RetentionWatch(this, Retention);
        HasAgentLibrary = scenario.ChanceFor(SeedPurpose.AgentLibrary).Next(WorldsPerAgentLibrary) == 0;
        Trace = new WorldTrace(Clock, trace);
        _hosts = [.. Enumerable.Range(1, Settings.Hosts).Select(i => new WorldHost($"host {i}"))];
        Folders = [.. Enumerable.Range(1, Settings.Folders).Select(i => new WorldFolder($"folder {i}", _hosts[(i - 1) % _hosts.Count]))];
        Faults = new FaultInjector(this, scenario);
        Network = new VirtualNetwork(Clock, Trace, scenario.ChanceFor(SeedPurpose.Network), Faults.NetworkOptions(scenario));
        Limits = new LimitWatch(this);
        Log.GivenUp = Limits.GiveUp;
        Outside = new Outside { EnterLimited = Limits.Enter, LeaveLimited = Limits.Leave };
        Service = new WorldService(this);
        Client = NewClient(Service);
        Encryption?.Begin(this);
        foreach (var folder in Folders)
        {
            Retention?.RegisterIn(folder.Store);
            _ = TryStart(folder);
            _remoteWorkers.AddRange(Enumerable.Range(1, Settings.RemoteWorkers).Select(i => new RemoteWorker(this, folder, i)));
        }
    }

    public WorldSettings Settings { get; }

    public FaultInjector Faults { get; }

    public VirtualTimeProvider Clock { get; } = new();

    /// <summary>The machines that engines run on.</summary>
    public IReadOnlyList<WorldHost> Hosts => _hosts;

    /// <summary>The data folders, each with an engine of its own.</summary>
    public IReadOnlyList<WorldFolder> Folders { get; }

    /// <summary>What is between the nodes.</summary>
    public VirtualNetwork Network { get; }

    /// <summary>Which reports of workers were taken.</summary>
    public ReportChecker Reports { get; } = new();

    /// <summary>What engines answered.</summary>
    public AnswerChecker Answers { get; } = new();

    public SeededIds Ids { get; }

    public WorldLog Log { get; } = new();

    /// <summary>What the activities act on.</summary>
    public Outside Outside { get; }

    /// <summary>What operators have paused.</summary>
    public PauseWatch Pauses { get; } = new();

    /// <summary>What is under way of what a task queue limits.</summary>
    public LimitWatch Limits { get; }

    public WorldService Service { get; }

    public IHoldfastClient Client { get; }

    /// <summary>The code of the clients.</summary>
    public WorldQueue Clients { get; } = new();

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

    /// <summary>Where the runs of a workflow are: those of a program, an entity, a transfer or an agent are where their first run is, and all others in the first folder.</summary>
    public WorldFolder FolderOf(string workflowId)
    {
        var number = 0;
        for (var i = 1; i < workflowId.Length && workflowId[i] != '.'; i++)
        {
            number = char.IsAsciiDigit(workflowId[i]) ? (10 * number) + workflowId[i] - '0' : 0;
        }

        return workflowId.Length > 0 && SpreadWorkloads.Contains(workflowId[0], StringComparison.Ordinal) ? Folders[number % Folders.Count] : Folders[0];
    }

    /// <summary>The host that a caller believes a folder's engine to be on: not all have heard of a move yet.</summary>
    public WorldHost AddressOf(WorldFolder folder) =>
        folder.FormerHost != folder.Host && Network.Chance(CallsPerStaleAddress) ? folder.FormerHost : folder.Host;

    /// <summary>A client of one folder's engine, for what is asked of no single workflow.</summary>
    public IHoldfastClient ClientOf(WorldFolder folder, string @namespace = NamespaceRules.Default) => NewClient(new WorldService(this, folder: folder), folder, @namespace);

    /// <summary>A client of another namespace.</summary>
    public IHoldfastClient NewClient(string @namespace) => NewClient(Service, folder: null, @namespace);

    /// <summary>The namespaces that have runs.</summary>
    public IEnumerable<string> Namespaces => Retention is null ? [NamespaceRules.Default] : RetentionSettings.Namespaces.Prepend(NamespaceRules.Default);

    /// <summary>Whether its workers have the library of agents.</summary>
    public bool HasAgentLibrary { get; }

    /// <summary>Every node that there is now.</summary>
    public IEnumerable<string> NetworkNodes => [.. _hosts.Select(h => h.Name), .. ClientNodes, .. _remoteWorkers.Select(w => w.Node)];

    /// <summary>The node of a client that is about to call.</summary>
    public string NextClientNode() => ClientNodes[Network.Draw(ClientNodes.Length)];

    /// <summary>Takes steps until client code has ended.</summary>
    public T Run<T>(Func<Task<T>> clientCode)
    {
        Task<T>? task = null;
        Clients.Enter(() => task = clientCode());
        for (var steps = 0; !task!.IsCompleted; steps++)
        {
            if (steps > MostSteps)
            {
                throw new SimulationFailure($"something is stuck: {MostSteps} steps were not enough; last: {Trace.Tail}; open: {DescribeOpenRuns()}");
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
        for (var steps = _chance.Next(mostSteps); steps > 0 && process is { IsDead: false, Fatal: null } && RunSomething(); steps--)
        {
            Trace.Note("meanwhile");
        }

        _isMeanwhile = false;
    }

    /// <summary>Everything that was stopped or cut off goes on.</summary>
    public void CalmDown()
    {
        Faults.Stop();
        Network.CalmDown();
        _hosts.ForEach(GoOn);
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

    /// <summary>The open runs in memory, for whoever looks for what is stuck.</summary>
    private string DescribeOpenRuns() => string.Join("; ", Folders.Select(f => $"{f} on {f.Host}: {f.Process?.DescribeOpenRuns()}"));

    private HoldfastClient NewClient(WorldService service, WorldFolder? folder = null, string @namespace = NamespaceRules.Default)
    {
        HoldfastClientOptions options = new() { Namespace = @namespace, TimeProvider = Clock, GuidSource = Ids.NextGuid, Identity = "client", RetryTimeLimit = TimeSpan.FromDays(3_650) };
        Blobs?.ApplyTo(options, BlobsOf(folder));
        Encryption?.ApplyTo(options);
        return new HoldfastClient(service, options);
    }

    private void Step()
    {
        if (NextToStart() is { } folder)
        {
            Start(folder);
        }
        else if (!Faults.TryBreak())
        {
            if (Faults.Draw(FaultKinds.Delays, Settings.StepsPerDelay))
            {
                Delay(TimeSpan.FromMilliseconds(Faults.Next(3_000)));
            }
            else if (!RunSomething())
            {
                SkipTime();
            }
        }

        foreach (var each in Folders)
        {
            if (each.Process is { Fatal: { } fatal })
            {
                OrderedFault.Require(fatal, each.Process.MayBeDeposed);
                FailPower(each);
            }

            if (each.Deposed.Count > 0)
            {
                WatchDeposed(each);
            }
        }
    }

    private bool RunSomething()
    {
        _choices.Clear();
        if (!Clients.IsEmpty)
        {
            _choices.Add(new WorldChoice("client", () => Clients.RunOne(_chance), null));
        }

        if (!Network.Queue.IsEmpty)
        {
            _choices.Add(new WorldChoice("network", () => Network.Queue.RunOne(_chance), null));
        }

        if (Network.CanDeliver())
        {
            _choices.Add(new WorldChoice("message", () => Network.DeliverOne(_chance), null));
        }

        foreach (var worker in _remoteWorkers)
        {
            if (!worker.Queue.IsEmpty)
            {
                _choices.Add(new WorldChoice(worker.Node, () => worker.Queue.RunOne(_chance), null));
            }
        }

        foreach (var folder in Folders)
        {
            foreach (var (process, _) in folder.Deposed)
            {
                process.AddChoices(_choices, _chance);
            }

            folder.Process?.AddChoices(_choices, _chance);
        }

        if (_choices.Count == 0)
        {
            return false;
        }

        var choice = _choices[_chance.Next(_choices.Count)];
        Trace.Note(choice.Name);
        Guard(choice);
        return true;
    }

    private void SkipTime()
    {
        var next = Clock.NextDueTime;
        foreach (var process in Folders.SelectMany(f => f.Processes))
        {
            if (process.IsStopped || process.Fatal is not null)
            {
                continue;
            }

            if (process.Folder.CanWriteJournal && process.Engine.PumpOnce())
            {
                return;
            }

            // What is due already waits for the disk.
            next = process.NextDueTime is { } due && due > Clock.GetUtcNow() && !(next < due) ? due : next;
        }

        if (next is not { } time)
        {
            throw new SimulationFailure($"something is stuck: nothing can run and nothing is due; open: {DescribeOpenRuns()}");
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

    /// <summary>A disk that was broken on order may throw; anything else is a defect.</summary>
    private void Guard(WorldChoice choice)
    {
        try
        {
            choice.Run();
        }
        catch (Exception exception) when (exception is not SimulationFailure)
        {
            if (choice.Process is not { IsDead: false } process)
            {
                throw new SimulationFailure($"'{choice.Name}' failed: {exception.Message}", exception);
            }

            if (process != process.Folder.Process)
            {
                OrderedFault.Require(process.Fatal ?? exception, mayBeDeposed: true);
                BuryDeposed(process.Folder, process);
                return;
            }

            OrderedFault.Require(process.Fatal ?? exception, process.MayBeDeposed);
            FailPower(process.Folder);
        }
    }
}
