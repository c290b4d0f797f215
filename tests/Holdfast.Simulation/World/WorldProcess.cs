using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Runtime;
using Holdfast.Storage;

namespace Holdfast.Simulation;

/// <summary>One life of an engine and its workers: on a host, with a folder.</summary>
internal sealed class WorldProcess
{
    /// <summary>Few, so that agents continue as new often.</summary>
    private const int EventsBeforeContinueAsNew = 40;

    private readonly World _world;
    private readonly HostDisk _disk;
    private readonly HostDisk _blobDisk;
    private readonly HostDisk _archiveDisk;
    private readonly ISettledStore _store;
    private readonly LateStore _lateStore;
    private readonly ProcessClock _clock;
    private readonly List<Action> _onDeath = [];
    private readonly List<WorldWorker> _workers = [];
    private readonly Dictionary<RemoteWorker, RemoteSession> _sessions = [];
    private readonly List<WorldChoice> _ownerTurns = [];
    private HoldfastEngine? _engine;
    private int _workersMade;

    private WorldProcess(World world, WorldFolder folder)
    {
        _world = world;
        Folder = folder;
        Host = folder.Host;
        _disk = new HostDisk(folder.Disk, Host.Name, world.Encryption?.Plaintext);
        _blobDisk = new HostDisk(folder.BlobDisk, Host.Name, world.Encryption?.Plaintext);
        _archiveDisk = new HostDisk(folder.ArchiveDisk, Host.Name);
        _clock = new ProcessClock(world.Clock) { Skew = Host.Skew };
        Blobs = world.Blobs is null ? null : new LateBlobs(world, this, new DiskBlobStore(_blobDisk, new DiskBlobStoreOptions { TimeProvider = _clock, NextSalt = world.NextFileSalt }));
        (_store, _lateStore) = LateStore.Of(world, this);
    }

    /// <summary>The folder that it opened.</summary>
    public WorldFolder Folder { get; }

    /// <summary>Where it runs.</summary>
    public WorldHost Host { get; }

    /// <summary>True while its host is stopped.</summary>
    public bool IsStopped => Host.StoppedAt is not null;

    /// <summary>The engine's background work.</summary>
    public WorldQueue Queue { get; } = new();

    public HoldfastEngine Engine => _engine!;

    public IReadOnlyList<WorldWorker> Workers => _workers;

    /// <summary>Why the engine or the journal gave up; null while they run.</summary>
    public Exception? Fatal { get; private set; }

    public bool IsDead { get; private set; }

    /// <summary>Its blob store; null in a world that keeps no blobs.</summary>
    public IBlobStore? Blobs { get; }

    /// <summary>The clock of the engine.</summary>
    public TimeProvider Clock => _clock;

    /// <summary>When the engine must turn by itself, in the world's time.</summary>
    public DateTimeOffset? NextDueTime => Engine.NextDueTime - _clock.Skew;

    /// <summary>Starts a process on what is durable; throws what a broken disk makes of it.</summary>
    public static WorldProcess Start(World world, WorldFolder folder)
    {
        WorldProcess process = new(world, folder);
        if (world.Faults.DrawEndOfStart(folder) is { } changes)
        {
            process._disk.EndAfter(changes);
        }

        try
        {
            process.Queue.Enter(process.Open);
            process._disk.KeepAlive();
            process.Host.Add(process);
            return process;
        }
        catch
        {
            process.Die();
            throw;
        }
    }

    /// <summary>Adds what this process could do next.</summary>
    public void AddChoices(List<WorldChoice> choices, Random chance)
    {
        if (IsStopped)
        {
            return;
        }

        var canWrite = Folder.CanWriteJournal;
        if (!Queue.IsEmpty)
        {
            choices.Add(new($"{Folder} background", () => Queue.RunOne(chance), this));
        }

        foreach (var worker in _workers)
        {
            if (!worker.Queue.IsEmpty)
            {
                choices.Add(new(worker.Identity, () => worker.Queue.RunOne(chance), this));
            }
        }

        for (var i = 0; i < Engine.Owners.Count; i++)
        {
            // An owner whose batch was refused can do nothing before the disk has written.
            if (Engine.Owners[i] is var owner && (owner.Batches.IsRefused ? canWrite : owner.HasWork))
            {
                choices.Add(_ownerTurns[i]);
            }
        }

        if (Engine.Journal.PendingBytes > 0 && canWrite)
        {
            choices.Add(new($"{Folder} journal", () => Queue.Enter(() => Write(chance)), this));
        }
    }

    /// <summary>The volume gives the folder's lock away, as if this host had been silent for too long; this process does not notice.</summary>
    public void LoseLock() => _disk.LoseLock();

    /// <summary>Whether it holds the folder's lock.</summary>
    public bool HoldsLock => _disk.HoldsLock;

    /// <summary>True when another process may have claimed its folder.</summary>
    public bool MayBeDeposed { get; set; }

    /// <summary>The last position that anybody was told is durable.</summary>
    public long DurableLsn => Engine.Journal.DurableLsn;

    /// <summary>Calls an operation of the engine; the answer comes unless the process dies before.</summary>
    public Task<T> Call<T>(Func<IWorkflowService, Task<T>> operation) => Call(() => operation(Engine.Service));

    /// <summary>Calls an operation of its blob store, as <see cref="Call{T}(Func{IWorkflowService, Task{T}})"/> one of the engine.</summary>
    public Task<T> CallBlobs<T>(Func<IBlobStore, Task<T>> operation) => Call(() => operation(Blobs!));

    private Task<T> Call<T>(Func<Task<T>> operation)
    {
        TaskCompletionSource<T> answer = new();
        _onDeath.Add(() => answer.TrySetException(Gone()));
        Queue.Enter(() => _ = RelayAsync(operation(), answer));
        return answer.Task;
    }

    /// <summary>A worker on another node makes itself known; true when the engine did not know it.</summary>
    public bool Connect(RemoteWorker worker)
    {
        if (_sessions.GetValueOrDefault(worker) is { IsOpen: true })
        {
            return false;
        }

        RemoteSession session = new();
        _sessions[worker] = session;
        Queue.Enter(() => session.Open(Engine.RegisterWorker(worker.RegistrationAt(this, session))));
        return true;
    }

    /// <summary>Ends the process: nothing of it ever runs again, and those who wait for it learn that it is gone.</summary>
    public void Die()
    {
        IsDead = true;
        Host.Remove(this);
        _disk.Detach();
        _blobDisk.Detach();
        _archiveDisk.Detach();
        Queue.Die();
        _clock.Die();
        _workers.ForEach(w => w.DieWithProcess());
        _onDeath.ForEach(tell => tell());
        _onDeath.Clear();
    }

    public void SetClock(TimeSpan skew)
    {
        _clock.Skew = skew;
        _workers.ForEach(w => w.SetClock(skew));
    }

    /// <summary>Its host stops: what falls due meanwhile comes when it goes on.</summary>
    public void Stop()
    {
        _clock.Stop();
        _workers.ForEach(w => w.Stop());
    }

    /// <summary>Its host goes on.</summary>
    public void GoOn()
    {
        _clock.GoOn();
        _workers.ForEach(w => w.GoOn());
    }

    /// <summary>A worker dies; after a while another takes its place.</summary>
    public void LoseWorker(Random chance)
    {
        if (_workers.Count > 0)
        {
            var lost = _workers[chance.Next(_workers.Count)];
            lost.Die();
            _workers.Remove(lost);
            Replace(lost, TimeSpan.FromMilliseconds(chance.Next(5_000)));
        }
    }

    /// <summary>Newer workflow code: all workers go, and others come. Those that go leave in the middle of what they do.</summary>
    public void Deploy()
    {
        _world.CodeVersion++;
        for (var count = _workers.Count; count > 0; count--)
        {
            var replaced = _workers[0];
            replaced.Die();
            _workers.RemoveAt(0);
            Replace(replaced, TimeSpan.Zero);
        }
    }

    /// <summary>Workers forget all runs.</summary>
    public void EvictAll()
    {
        foreach (var run in Engine.Owners.SelectMany(o => o.Directory.Runs).Where(r => !r.IsWorkflowCodeRunning && r.Suspended is null))
        {
            _workers.ForEach(w => w.Forget(run.RunId));
        }
    }

    /// <summary>The open runs in memory, for whoever looks for what is stuck.</summary>
    public string DescribeOpenRuns() => string.Join("; ", Engine.Owners.SelectMany(o => o.Directory.Runs).Where(r => !r.State.IsClosed).Select(Describe));

    public static HoldfastException Gone() => new(ErrorCodes.Unavailable, "The process is gone.");

    private static string Describe(RunEntry run)
    {
        var task = run.State.WorkflowTask is { } pending ? $"task {pending.ScheduledEventId} started {pending.IsStarted} offered {pending.IsOffered} attempt {pending.Attempt}" : "no task";
        var activities = string.Join(", ", run.State.PendingActivities.Select(a => $"activity {a.ScheduledEventId} started {a.IsStarted} offered {a.IsOffered} attempt {a.Attempt}"));
        return $"{run.Workflow.WorkflowId}: {task}, code runs {run.IsWorkflowCodeRunning}, queued {run.IsWorkflowTaskQueued}, {activities}, {run.State.PendingTimers.Count} timers, {run.State.PendingChildren.Count} children, last event {run.LastEvent?.Type}";
    }

    private void Open()
    {
        var settings = _world.Settings;
        JournalOptions journal = new()
        {
            Pumping = JournalPumping.Caller,
            TimeProvider = _clock,
            SegmentBytes = settings.SegmentBytes,
            MaxRecordBytes = JournalOptions.LargestRecordOf(settings.SegmentBytes),
            MaxPendingBytes = settings.MaxPendingBytes,
            NextSalt = _world.Ids.NextSalt,
            MeterFactory = _world.Meters,
            OnFatal = Fail,
        };
        EngineOptions options = new()
        {
            Owners = settings.Owners,
            MessagesPerBatch = settings.MessagesPerBatch,
            SettlingInterval = settings.SettlingInterval,
            IdleBeforeSettling = settings.IdleBeforeSettling,
            WakeAhead = settings.WakeAhead,
            RunsPerSettlement = settings.RunsPerSettlement,
            SegmentsBeforeCheckpoint = settings.SegmentsBeforeCheckpoint,
            ResetSectionEvents = settings.ResetSectionEvents,
            TaskQueueLimits = LimitedQueue.Limits,
            Pumping = EnginePumping.Caller,
            TimeProvider = _clock,
            MeterFactory = _world.Meters,
            BackgroundScheduler = Queue.Scheduler,
            RunIds = _world.Ids.NewRunIds(),
            OnFatal = Fail,
        };
        if (_world.HasAgentLibrary)
        {
            options = options with { Limits = options.Limits with { SuggestContinueAsNewEvents = EventsBeforeContinueAsNew } };
        }

        if (_world.Blobs is { } blobs)
        {
            options = options with { BlobGracePeriod = blobs.GracePeriod, BlobSweepInterval = blobs.SweepInterval, Retention = blobs.Retention };
        }

        _engine = HoldfastEngine.StartAsync(new EngineStorage(_disk, journal, _store) { Blobs = Blobs, Archive = _world.Retention is null ? null : new LateArchive(_world, this, _archiveDisk) }, options, _world.Log, CancellationToken.None).GetAwaiter().GetResult();
        _lateStore.IsOpen = true;
        _ownerTurns.AddRange(Engine.Owners.Select(owner => new WorldChoice($"{Folder} owner {owner.Index}", () => Queue.Enter(() => owner.Turn()), this)));
        for (var i = 0; i < settings.Workers; i++)
        {
            Queue.Post(_ => AddWorker(NamespaceRules.Default), null); // at some time: until then tasks wait for a worker
        }

        foreach (var @namespace in _world.Namespaces.Skip(1))
        {
            Queue.Post(_ => AddWorker(@namespace), null);
        }
    }

    private void Write(Random chance)
    {
        _ = Engine.Journal.WriteOnce() | (chance.Next(4) == 0 && Engine.Journal.PrepareOnce());
        _world.JournalWrote(Folder);
    }

    private void Replace(WorldWorker lost, TimeSpan delay)
    {
        ITimer? timer = null;
        timer = _clock.CreateTimer(
            _ =>
            {
                timer!.Dispose();
                Queue.Post(_ => AddWorker(lost.Namespace), null);
            },
            null,
            delay,
            Timeout.InfiniteTimeSpan);
    }

    private void AddWorker(string @namespace) => _workers.Add(new WorldWorker(_world, this, @namespace, _workersMade++));

    private static async Task RelayAsync<T>(Task<T> from, TaskCompletionSource<T> to)
    {
        try
        {
            to.TrySetResult(await from);
        }
        catch (Exception exception)
        {
            to.TrySetException(exception);
        }
    }

    private void Fail(Exception exception) => Fatal ??= exception;
}
