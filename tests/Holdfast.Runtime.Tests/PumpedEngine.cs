using Holdfast.Journaling;
using Holdfast.Journaling.Archives;
using Holdfast.Protocol;
using Holdfast.Storage;

using Holdfast.Testing;
using Holdfast.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Runtime.Tests;

/// <summary>An engine on a disk and a store in memory, with virtual time, turned by the test.</summary>
internal sealed class PumpedEngine
{
    public const string Namespace = "default";
    public const string TaskQueue = "queue";
    private readonly EngineOptions _options;
    private readonly int _segmentBytes;
    private readonly ISettledStore _store;
    private HoldfastEngine _engine;
    private int _life;

    public PumpedEngine(EngineOptions? options = null, params ScriptedWorker[] workers)
        : this(1 << 20, options, workers)
    {
    }

    public PumpedEngine(int segmentBytes, EngineOptions? options, params ScriptedWorker[] workers)
    {
        _segmentBytes = segmentBytes;
        Clock = new SetBackClock(Time);
        (_store, Reads) = HeldReads.Of(Store);
        _options = (options ?? new EngineOptions { Owners = 2 }) with { Pumping = EnginePumping.Caller, TimeProvider = Clock, BackgroundScheduler = options is { BackgroundScheduler: HeldScheduler held } ? held : InlineScheduler.Instance, OnFatal = e => Fatal = e };
        Workers = workers;
        _engine = Start();
    }

    public VirtualTimeProvider Time { get; } = new();

    /// <summary>The clock of the engine's machine.</summary>
    public SetBackClock Clock { get; }

    /// <summary>Holds what is read of the store.</summary>
    public HeldReads Reads { get; }

    public MemoryDisk Disk { get; private set; } = new();

    /// <summary>The folder of the blob store.</summary>
    public MemoryDisk BlobDisk { get; } = new();

    public IBlobStore Blobs { get; private set; } = null!;

    public InMemorySettledStore Store { get; } = new();

    public MemoryDisk ArchiveDisk { get; } = new();

    /// <summary>The archive of the processes that are started from now on; null for one on <see cref="ArchiveDisk"/>.</summary>
    public IRunArchive? Archive { get; set; }

    public IReadOnlyList<ScriptedWorker> Workers { get; }

    public Exception? Fatal { get; private set; }

    public HoldfastEngine Engine => _engine;

    public IWorkflowService Service => _engine.Service;

    /// <summary>Ends the process as SIGKILL does, and starts another on what is durable.</summary>
    public void CrashAndRestart(ulong seed)
    {
        Fatal = null;
        Disk.Crash(seed);
        ArchiveDisk.Crash(seed);
        BlobDisk.Crash(seed);
        foreach (var worker in Workers)
        {
            worker.Forget();
        }

        _engine = Start();
    }

    /// <summary>Turns the engine, and moves time on when it has nothing to do, until the task ends.</summary>
    public T Run<T>(Task<T> task)
    {
        RunUntil(() => task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    public void Run(Task task)
    {
        RunUntil(() => task.IsCompleted);
        task.GetAwaiter().GetResult();
    }

    public void RunUntil(Func<bool> condition, TimeSpan? within = null)
    {
        var limit = Time.GetUtcNow() + (within ?? TimeSpan.FromDays(365));
        while (!condition())
        {
            if (!Turn())
            {
                Assert.True(_engine.NextDueTime - Clock.Skew is { } due && due <= limit, "nothing is going on and what is awaited has not happened");
                Time.AdvanceTo(_engine.NextDueTime!.Value - Clock.Skew);
            }
        }
    }

    /// <summary>Turns the engine until it has nothing to do at this time.</summary>
    public void Settle()
    {
        while (Turn())
        {
        }
    }

    /// <summary>Lets time pass in steps, as where clocks tick; the engine is turned at each.</summary>
    /// <param name="time">How much.</param>
    /// <param name="step">The step; a second by default.</param>
    public void Pass(TimeSpan time, TimeSpan? step = null)
    {
        var each = step ?? TimeSpan.FromSeconds(1);
        for (var passed = TimeSpan.Zero; passed < time; passed += each)
        {
            Settle();
            Time.Advance(each);
        }

        Settle();
    }

    /// <summary>Lets time pass from one thing that is due to the next, and the engine do each at its time.</summary>
    public void PassByDueTimes(TimeSpan time)
    {
        var until = Time.GetUtcNow() + time;
        Settle();
        while (_engine.NextDueTime is { } due && due <= until)
        {
            Time.AdvanceTo(due);
            Settle();
        }

        Time.AdvanceTo(until);
        Settle();
    }

    public StartWorkflowExecutionResponse StartWorkflow(string workflowId, string workflowType, Func<StartWorkflowExecutionRequest, StartWorkflowExecutionRequest>? with = null)
    {
        StartWorkflowExecutionRequest request = new()
        {
            Namespace = Namespace,
            WorkflowId = workflowId,
            WorkflowType = workflowType,
            TaskQueue = TaskQueue,
            RequestId = Guid.NewGuid().ToString(),
        };
        return Run(Service.StartWorkflowExecutionAsync(with is null ? request : with(request), CancellationToken.None));
    }

    public HistoryEvent WaitForClose(string workflowId, RunId runId = default) =>
        Run(Service.GetWorkflowExecutionHistoryAsync(new GetWorkflowExecutionHistoryRequest { Namespace = Namespace, Execution = new WorkflowExecution(workflowId, runId), CloseEventOnly = true }, CancellationToken.None)).Events[0];

    public IReadOnlyList<HistoryEvent> History(string workflowId, RunId runId = default) =>
        Run(Service.GetWorkflowExecutionHistoryAsync(new GetWorkflowExecutionHistoryRequest { Namespace = Namespace, Execution = new WorkflowExecution(workflowId, runId), MaximumEvents = 10_000 }, CancellationToken.None)).Events;

    public void Signal(string workflowId, string name, string? requestId = null) => Run(Service.SignalWorkflowExecutionAsync(
        new SignalWorkflowExecutionRequest { Namespace = Namespace, Execution = new WorkflowExecution(workflowId, default), SignalName = name, RequestId = requestId ?? Guid.NewGuid().ToString() },
        CancellationToken.None));

    private bool Turn()
    {
        var worked = _engine.PumpOnce();
        foreach (var worker in Workers)
        {
            worked |= worker.RunActivities(Service);
        }

        Assert.Null(Fatal);
        return worked;
    }

    private HoldfastEngine Start()
    {
        var life = ++_life; // what a process that was killed still does is of no account
        Blobs = new DiskBlobStore(BlobDisk, new DiskBlobStoreOptions { TimeProvider = Time });
        JournalOptions journal = new() { Pumping = JournalPumping.Caller, TimeProvider = Time, SegmentBytes = _segmentBytes, MaxRecordBytes = _segmentBytes / 4, MaxPendingBytes = 1 << 20, OnFatal = e => Fatal = life == _life ? e : Fatal };
        var engine = HoldfastEngine.StartAsync(new EngineStorage(Disk, journal, _store) { Blobs = Blobs, Archive = Archive ?? new DiskRunArchive(ArchiveDisk) }, _options, NullLoggerFactory.Instance, CancellationToken.None).GetAwaiter().GetResult();
        foreach (var worker in Workers)
        {
            engine.RegisterWorker(worker.Registration);
        }

        return engine;
    }
}
