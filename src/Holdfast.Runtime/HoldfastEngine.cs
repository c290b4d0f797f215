using Holdfast.Journaling;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>The engine: recovers from its journal and settled store, owns every shard, and serves clients and workers of the same process.</summary>
/// <remarks>Threading: safe from any thread, save <see cref="PumpOnce"/>, which has one caller at a time.</remarks>
public sealed class HoldfastEngine : IWorkerService, IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private readonly Journal _journal;
    private readonly ShardOwner[] _owners;
    private readonly OwnerThread[] _threads;
    private readonly Matching _matching;
    private readonly StartLimits _startLimits;
    private readonly TaskQueueConfig _taskQueues;
    private readonly ITimer _settlingTimer;
    private readonly Settler _settler;
    private readonly RetentionSweeper _retentionSweeper;
    private readonly BlobSweeper? _blobSweeper;
    private readonly NamespaceRegistry _namespaces;
    private readonly WorkflowScan _workflowScan;
    private readonly EngineInstruments _instruments;
    private int _stopped;

    private HoldfastEngine(EngineOptions options, OwnerServices services, ShardOwner[] owners, TaskQueueConfig taskQueues, IWorkflowService service)
    {
        _journal = services.Journal;
        _settler = services.Settler;
        _retentionSweeper = services.RetentionSweeper;
        _blobSweeper = services.BlobSweeper;
        _workflowScan = services.WorkflowScan;
        _matching = services.Matching;
        _namespaces = services.Namespaces;
        _startLimits = services.StartLimits;
        _taskQueues = taskQueues;
        _instruments = services.Instruments;
        _owners = owners;
        Service = service;
        _threads = options.Pumping == EnginePumping.DedicatedThreads ? [.. owners.Select(o => new OwnerThread(o, options))] : [];
        _settlingTimer = options.TimeProvider.CreateTimer(_ => Tick(), null, options.SettlingInterval, options.SettlingInterval);
    }

    /// <summary>What clients and activities ask of the engine.</summary>
    public IWorkflowService Service { get; }

    /// <summary>The journal's epoch: it grows with every start on the same data.</summary>
    public long Epoch => _journal.Epoch;

    /// <summary>Runs in memory.</summary>
    public int RunsInMemory => _owners.Sum(o => o.Directory.Count);

    /// <summary>When the engine must turn by itself; null when only a request can wake it. For <see cref="EnginePumping.Caller"/>.</summary>
    public DateTimeOffset? NextDueTime => _owners.Select(o => o.NextDueTime).Concat(_owners.Select(o => o.AbandonedAttempts.NextDueTime)).Concat(_owners.Select(o => o.OwedMessages.NextDueTime)).Append(_matching.NextDueTime).Append(_startLimits.NextDueTime).Min();

    /// <summary>The owners, for a simulation that turns each when it pleases.</summary>
    internal IReadOnlyList<ShardOwner> Owners => _owners;

    /// <summary>The journal, for a simulation that writes when it pleases.</summary>
    internal Journal Journal => _journal;

    /// <summary>Recovers and starts an engine.</summary>
    /// <exception cref="HoldfastException">An option is out of range; or the data is damaged, in use, or of a newer version.</exception>
    public static async Task<HoldfastEngine> StartAsync(EngineStorage storage, EngineOptions options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        options.Validate();
        var logger = loggers.CreateLogger("Holdfast.Engine");
        EngineInstruments instruments = new(options);
        JournalReplay replay = new();
        var journal = Journal.Open(storage.Disk, storage.Journal, replay.Take);
        try
        {
            MeasuredSettledStore store = new(storage.Store, instruments.Store);
            NamespaceRegistry namespaces = new(store, options);
            var isFirstStart = await namespaces.LoadAsync(cancellationToken);
            RegisteredSearchAttributeTypes searchAttributeTypes = new(namespaces);
            ShardOwner[] owners = new ShardOwner[options.Owners];
            StartLimits startLimits = new(options.TimeProvider, (workflow, message) => OwnerOf(owners, workflow).Mailbox.Post(message));
            Matching matching = new(options.TimeProvider, startLimits);
            Settler settler = new(store, journal, instruments, options, logger);
            OwnerServices services = new()
            {
                Journal = journal,
                Store = store,
                Matching = matching,
                StartLimits = startLimits,
                BlobSweeper = storage.Blobs is { } blobs ? new BlobSweeper(blobs, store, owners, journal, instruments.Blobs, options, logger) : null,
                Settler = settler,
                RetentionSweeper = new RetentionSweeper(store, journal, new RetentionSweep(store, journal, namespaces, storage.Archive, logger), new SweepPace(options.TimeProvider, () => settler.SettledRuns), options, logger),
                WorkflowScan = new WorkflowScan(store, owners, options, logger),
                Namespaces = namespaces,
                Rules = new ActivityRules(namespaces, searchAttributeTypes, logger),
                Archive = new ArchiveReader(storage.Archive, namespaces, searchAttributeTypes),
                SearchAttributeTypes = searchAttributeTypes,
                TimeProvider = options.TimeProvider,
                Instruments = instruments,
                Logger = logger,
                OnFatal = options.OnFatal,
                Post = (workflow, message) => OwnerOf(owners, workflow).Mailbox.Post(message),
            };
            for (var i = 0; i < owners.Length; i++)
            {
                owners[i] = new ShardOwner(i, options, services);
            }

            foreach (var attribute in await store.ReadSearchAttributesAsync(cancellationToken))
            {
                searchAttributeTypes.Used.Admit(attribute.Namespace, attribute.Name, attribute.Type);
            }

            TaskQueueConfig taskQueues = new(matching, store);
            await taskQueues.ReadAsync(options, cancellationToken);
            await new Recovery(store, owners, startLimits, options, instruments, logger).RunAsync(replay, journal.Epoch, cancellationToken);
            if (isFirstStart)
            {
                await namespaces.EnsureAsync(await FindNamespacesAsync(store, owners, cancellationToken), cancellationToken);
            }

            ListReader lists = new(owners, store, searchAttributeTypes);
            NamespaceDeletions deletions = new(owners, lists, namespaces, searchAttributeTypes, options.BackgroundScheduler, logger);
            Frontend frontend = new(owners, services, taskQueues, lists, new NamespaceService(namespaces, searchAttributeTypes, deletions, canArchive: storage.Archive is not null, options.TimeProvider), options);
            HoldfastEngine engine = new(options, services, owners, taskQueues, new MeasuredWorkflowService(frontend, instruments.Requests));
            instruments.Queues.Watch(owners, matching);
            engine.StartThreads();
            deletions.Resume();
            engine._workflowScan.Start();
            return engine;
        }
        catch
        {
            journal.Dispose();
            instruments.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IDisposable RegisterWorker(WorkerRegistration registration)
    {
        registration.TaskQueueLimits?.Validate();
        _namespaces.Require(registration.Namespace);
        var worker = _matching.Register(registration);
        if (registration.Workflows is not null)
        {
            foreach (var owner in _owners)
            {
                owner.Mailbox.Post(new WorkerCame(registration.Namespace, registration.TaskQueue));
            }
        }

        return new WorkerLease(worker);
    }

    /// <inheritdoc/>
    public void ForceWorkflowTask(WorkflowKey workflow, RunId runId) => OwnerOf(_owners, workflow).Mailbox.Post(new ForceTask(workflow, runId));

    /// <summary>Turns every loop once; for <see cref="EnginePumping.Caller"/>.</summary>
    /// <returns>Whether anything was done.</returns>
    public bool PumpOnce()
    {
        var worked = false;
        foreach (var owner in _owners)
        {
            if (owner.HasWork || owner.Batches.IsRefused)
            {
                worked = true;
                owner.Turn();
            }
        }

        worked |= _journal.WriteOnce() | _journal.PrepareOnce();
        if (!worked)
        {
            foreach (var owner in _owners)
            {
                owner.ReviseWakeUps();
            }
        }

        return worked;
    }

    /// <summary>Stops taking requests, lets the loops end their turn, and closes the journal. Whoever still waits gets <see cref="ErrorCodes.Unavailable"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        await _settlingTimer.DisposeAsync();
        _matching.Dispose();
        _startLimits.Dispose();
        _taskQueues.Dispose();
        foreach (var thread in _threads)
        {
            thread.Stop(StopLimit);
            thread.Dispose();
        }

        await _workflowScan.DisposeAsync();
        await _settler.StopAsync();
        await _retentionSweeper.StopAsync();
        _retentionSweeper.Dispose();
        if (_blobSweeper is not null)
        {
            await _blobSweeper.StopAsync();
            _blobSweeper.Dispose();
        }

        _instruments.Dispose();
        _journal.Dispose();
        _namespaces.Dispose();
        HoldfastException stopped = new(ErrorCodes.Unavailable, "The engine is stopping. Send the request again when it has started.");
        foreach (var owner in _owners)
        {
            owner.Abandon(stopped);
            owner.AbandonedAttempts.Dispose();
            owner.OwedMessages.Dispose();
        }
    }

    internal static ShardOwner OwnerOf(ShardOwner[] owners, WorkflowKey workflow) => owners.Length == 1 ? owners[0] : owners[ShardMap.ShardOf(workflow) % owners.Length];

    /// <summary>Namespaces of runs from before namespaces were registered.</summary>
    private static async Task<IReadOnlyList<string>> FindNamespacesAsync(MeasuredSettledStore store, ShardOwner[] owners, CancellationToken cancellationToken) =>
        [.. (await store.ReadNamespacesAsync(cancellationToken)).Concat(owners.SelectMany(o => o.Directory.Runs).Select(r => r.Workflow.Namespace))];

    private void StartThreads()
    {
        for (var i = 0; i < _threads.Length; i++)
        {
            _threads[i].Start();
            _owners[i].Thread = _threads[i];
        }
    }

    private void Tick()
    {
        if (!_journal.HoldsFolder())
        {
            return; // an engine at rest notices here that another has its folder; who waits for it would wait for ever
        }

        _matching.SampleRates();
        foreach (var owner in _owners)
        {
            owner.Settling.PostTick();
        }
    }

    private sealed class WorkerLease(WorkerEntry worker) : IDisposable
    {
        public void Dispose() => worker.Queue.Remove(worker);
    }
}
