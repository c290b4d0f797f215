using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Holdfast.Control;
using Holdfast.Journaling;
using Holdfast.Journaling.Archives;
using Holdfast.Protocol;
using Holdfast.Runtime;
using Holdfast.Storage;
using Holdfast.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Holdfast.Hosting;

/// <summary>The engine and the worker of a host: starts with it, recovers what is in the data folder, and stops with it.</summary>
internal sealed class EmbeddedEngine(
    HoldfastBuilder builder,
    IOptions<HoldfastOptions> options,
    IServiceScopeFactory scopes,
    IDataConverter converter,
    IBlobStore blobs,
    HostInterceptors interceptors,
    TimeProvider timeProvider,
    ILoggerFactory loggers,
    IMeterFactory? meters = null,
    IRunArchive? archive = null) : IHostedService, IAsyncDisposable
{
    private const int InMemorySegmentBytes = 4 << 20;
    private static readonly TimeSpan DeadlockWatchInterval = TimeSpan.FromSeconds(1);
    private readonly ILogger _logger = loggers.CreateLogger("Holdfast.Hosting");
    private readonly HostedWorkflowService _service = new();
    private ISettledStore? _store;
    private HoldfastEngine? _engine;
    private WorkerHandlers? _worker;
    private IDisposable? _registration;
    private ITimer? _deadlockWatch;
    private ControlListener? _control;

    /// <summary>The engine's service; its calls fail with HF2101 while the host is not running.</summary>
    public IWorkflowService Service => _service;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var worker = ConfigureWorker(settings);
        var engineOptions = builder.EngineConfiguration(new EngineOptions
        {
            Owners = settings.Owners,
            Namespaces = [settings.Namespace, .. settings.Namespaces],
            Retention = settings.Retention,
            BlobGracePeriod = settings.BlobGracePeriod,
            TimeProvider = timeProvider,
            MeterFactory = meters,
            TaskQueueLimits = LimitsOf(settings, worker),
        });
        var storage = await OpenStorageAsync(settings, engineOptions, cancellationToken);
        var sweepsBlobs = settings.SweepBlobs ?? ReferenceEquals(blobs, builder.OwnBlobStore);
        _engine = await HoldfastEngine.StartAsync(sweepsBlobs ? storage with { Blobs = blobs } : storage, engineOptions, loggers, cancellationToken);
        _worker = worker.Build(_engine.Service);
        var engine = _engine;
        _worker.Workflows.ForeignContinuation += (_, touched) => engine.ForceWorkflowTask(touched.Workflow, touched.RunId);
        _registration = _engine.RegisterWorker(_worker.Registration);
        _deadlockWatch = timeProvider.CreateTimer(_ => ReportDeadlocks(), null, DeadlockWatchInterval, DeadlockWatchInterval);
        _service.Open(_engine.Service);
        _control = StartControl(settings);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _service.Close();
        _registration?.Dispose(); // no new attempts while those under way end
        if (_worker is not null)
        {
            await _worker.ShutdownAsync(cancellationToken);
        }

        await DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_control is not null)
        {
            await _control.DisposeAsync();
            _control = null;
        }

        _registration?.Dispose();
        if (_deadlockWatch is not null)
        {
            await _deadlockWatch.DisposeAsync();
        }

        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        _worker?.Dispose();
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    /// <summary>They hold from the start of the engine on; attributes of the worker's code declare some of them.</summary>
    private static ImmutableDictionary<(string Namespace, string TaskQueue), TaskQueueLimits> LimitsOf(HoldfastOptions settings, WorkerBuilder worker)
    {
        var none = ImmutableDictionary<(string Namespace, string TaskQueue), TaskQueueLimits>.Empty;
        return worker.TaskQueueLimits is { } limits ? none.Add((settings.Namespace, settings.TaskQueue), limits) : none;
    }

    private ControlListener? StartControl(HoldfastOptions settings)
    {
        if (settings.InMemory || !settings.ControlSocket)
        {
            return null;
        }

        return ControlListener.TryStart(settings.DataFolder, new ControlEngine(_service, settings.Namespace, converter), _logger);
    }

    private void ReportDeadlocks()
    {
        foreach (var stuck in _worker!.Workflows.Watch.Poll())
        {
            HostingLog.WorkflowCodeStuck(_logger, stuck.WorkflowType, stuck.Workflow.WorkflowId, stuck.RunId, stuck.Elapsed);
        }
    }

    private async Task<EngineStorage> OpenStorageAsync(HoldfastOptions settings, EngineOptions engineOptions, CancellationToken cancellationToken)
    {
        JournalOptions journal = new() { TimeProvider = engineOptions.TimeProvider, MeterFactory = engineOptions.MeterFactory, OnFatal = engineOptions.OnFatal };
        if (settings.InMemory)
        {
            JournalOptions inMemory = new() { TimeProvider = engineOptions.TimeProvider, MeterFactory = engineOptions.MeterFactory, OnFatal = engineOptions.OnFatal, SegmentBytes = InMemorySegmentBytes, MaxRecordBytes = JournalOptions.LargestRecordOf(InMemorySegmentBytes) };
            _store = new InMemorySettledStore();
            return new EngineStorage(new MemoryDisk(), inMemory, _store) { Archive = archive ?? new DiskRunArchive(new MemoryDisk()) };
        }

        (var storage, _store) = await DataFolder.OpenAsync(settings.DataFolder, journal, cancellationToken);
        return archive is null ? storage : storage with { Archive = archive };
    }

    private WorkerBuilder ConfigureWorker(HoldfastOptions settings)
    {
        WorkerBuilder worker = new()
        {
            Options = new WorkerOptions
            {
                Namespace = settings.Namespace,
                TaskQueue = settings.TaskQueue,
                MaxConcurrentActivities = settings.MaxConcurrentActivities,
                CachedRuns = settings.CachedRuns,
                ShutdownGracePeriod = settings.ShutdownGracePeriod,
                Interceptors = interceptors.OfWorker,
                TaskQueueLimits = settings.TaskQueueLimits,
            },
            ScopeFactory = scopes,
            DataConverter = converter,
            BlobStore = blobs,
            ExternalPayloads = builder.ExternalPayloads,
            PayloadLimits = PayloadLimits.Default with { MaximumBytes = builder.EngineConfiguration(new EngineOptions()).Limits.PayloadBytes },
            LoggerFactory = loggers,
            MeterFactory = meters,
            TimeProvider = timeProvider,
        };
        foreach (var configure in builder.WorkerConfigurations)
        {
            configure(worker);
        }

        return worker;
    }
}
