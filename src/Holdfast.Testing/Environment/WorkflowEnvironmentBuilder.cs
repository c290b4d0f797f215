using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Reflection;
using Holdfast.Interception;
using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Testing;

/// <summary>Says which workflows and activities an environment's worker runs.</summary>
public sealed class WorkflowEnvironmentBuilder
{
    private readonly List<Action<WorkerBuilder>> _configurations = [];
    private readonly WorkflowEnvironmentOptions _options;
    private readonly DiskBlobStore _ownBlobStore;

    internal WorkflowEnvironmentBuilder(WorkflowEnvironmentOptions options, TimeProvider timeProvider)
    {
        _options = options;
        TimeProvider = timeProvider;
        _ownBlobStore = new DiskBlobStore(new MemoryDisk(), new DiskBlobStoreOptions { TimeProvider = timeProvider });
        BlobStore = _ownBlobStore;
        Services.AddSingleton(timeProvider);
    }

    /// <summary>The environment's clock, for objects that are made before it.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>
    /// Services for activities that are added by their class. Has the environment's clock as <see cref="System.TimeProvider"/>. A provider is made of them for each
    /// process, so <see cref="WorkflowEnvironment.RestartAsync"/> makes singletons anew.
    /// </summary>
    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>Converts arguments and results, of client and worker. Default: JSON.</summary>
    public IDataConverter DataConverter { get; set; } = JsonDataConverter.Default;

    /// <summary>Where blobs are kept; it outlives <see cref="WorkflowEnvironment.RestartAsync"/>. Default: in memory, where they are removed a day after the last run that referred to them.</summary>
    public IBlobStore? BlobStore { get; set; }

    /// <summary>Which payloads lie in the blob store instead of the history. Default: those above 256 KiB, when there is a blob store.</summary>
    public ExternalPayloadOptions ExternalPayloads { get; set; } = ExternalPayloadOptions.Default;

    /// <summary>How large what client and worker send may be. Default: <see cref="PayloadLimits.Default"/>.</summary>
    public PayloadLimits PayloadLimits { get; set; } = PayloadLimits.Default;

    /// <summary>Makes the loggers of engine and worker. Default: none.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Makes the meters of engine and worker (<see cref="HoldfastMeter"/>), for tests that read them. Default: meters of their own.</summary>
    public IMeterFactory? MeterFactory { get; set; }

    /// <summary>
    /// What stands around the calls of <see cref="WorkflowEnvironment.Client"/> and the work of the worker, the first outermost: each is an
    /// <see cref="IClientInterceptor"/>, an <see cref="IWorkerInterceptor"/>, or both. They outlive <see cref="WorkflowEnvironment.RestartAsync"/>. Default: none.
    /// </summary>
    public IList<object> Interceptors { get; } = [];

    internal IReadOnlyList<IClientInterceptor> ClientInterceptors => [.. Interceptors.OfType<IClientInterceptor>()];

    /// <summary>The blob store that the engine sweeps: one whose clock is the environment's.</summary>
    internal IBlobStore? SweptBlobStore => ReferenceEquals(BlobStore, _ownBlobStore) ? _ownBlobStore : null;

    internal ActivityMocks Mocks { get; } = new();

    /// <summary>Adds every workflow and activity of an assembly that uses the Holdfast generator.</summary>
    public WorkflowEnvironmentBuilder AddAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return ConfigureWorker(w => w.AddAssembly(assembly));
    }

    /// <summary>Adds the workflows that a type declares.</summary>
    /// <typeparam name="T">The workflow class.</typeparam>
    public WorkflowEnvironmentBuilder AddWorkflow<T>() => ConfigureWorker(static w => w.AddWorkflow<T>());

    /// <summary>Adds the activities of a class; an instance is made for each attempt, with <see cref="Services"/>.</summary>
    /// <typeparam name="T">The class.</typeparam>
    public WorkflowEnvironmentBuilder AddActivities<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>() => ConfigureWorker(static w => w.AddActivities<T>());

    /// <summary>Adds the activities of an object. It outlives <see cref="WorkflowEnvironment.RestartAsync"/>, like the world outside.</summary>
    public WorkflowEnvironmentBuilder AddActivities(object instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return ConfigureWorker(w => w.AddActivities(instance));
    }

    /// <summary>Lets a delegate stand for an activity; see <see cref="WorkflowEnvironment.MockActivity(string, Delegate)"/>.</summary>
    public WorkflowEnvironmentBuilder MockActivity(string activityType, Delegate body)
    {
        Mocks.Set(activityType, body);
        return this;
    }

    /// <summary>Changes what each process's worker is made of.</summary>
    public WorkflowEnvironmentBuilder ConfigureWorker(Action<WorkerBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _configurations.Add(configure);
        return this;
    }

    internal void RequireInterceptors()
    {
        if (Interceptors.FirstOrDefault(static i => i is not (IClientInterceptor or IWorkerInterceptor)) is { } other)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"{other.GetType()} is neither an IClientInterceptor nor an IWorkerInterceptor, so there is nothing that it could intercept.");
        }
    }

    internal EnvironmentWorker BuildWorker(EnvironmentProcess process, TaskScheduler scheduler, TimeProvider timeProvider)
    {
        var services = Services.BuildServiceProvider();
        WorkerReports reports = new(process);
        WorkerBuilder builder = new()
        {
            Options = new WorkerOptions
            {
                Namespace = _options.Namespace,
                MaxConcurrentActivities = _options.MaxConcurrentActivities,
                MaxActivitiesPerSecond = _options.MaxActivitiesPerSecond,
                TaskQueueLimits = _options.TaskQueueLimits,
                Interceptors = [.. Interceptors.OfType<IWorkerInterceptor>()],
            },
            ScopeFactory = services.GetRequiredService<IServiceScopeFactory>(),
            DataConverter = DataConverter,
            BlobStore = BlobStore,
            ExternalPayloads = ExternalPayloads,
            PayloadLimits = PayloadLimits,
            LoggerFactory = LoggerFactory,
            MeterFactory = MeterFactory,
            TimeProvider = timeProvider,
            ActivityScheduler = scheduler,
            LocalActivityObserver = new LocalAttempts(process, Mocks),
        };
        _configurations.ForEach(c => c(builder));
        ActivityTaskHandlerOptions ofMocks = new()
        {
            Identity = builder.Options.Identity,
            DataConverter = builder.DataConverter,
            BlobStore = builder.BlobStore,
            ExternalPayloads = builder.ExternalPayloads,
            PayloadLimits = builder.PayloadLimits,
            Interceptors = builder.Options.Interceptors,
            Scheduler = scheduler,
            TimeProvider = timeProvider,
            LoggerFactory = builder.LoggerFactory,
            MeterFactory = builder.MeterFactory,
        };
        return new EnvironmentWorker(process, _options, builder.Build(reports), Mocks, mock => new ActivityTaskHandler([mock], reports, ofMocks), services);
    }
}
