using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Reflection;
using Holdfast.Definitions;
using Holdfast.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Worker;

/// <summary>Puts a worker together from the workflows and activities that the generator found.</summary>
public sealed partial class WorkerBuilder
{
    private readonly List<WorkflowDefinition> _workflows = [];
    private readonly List<ActivityRegistration> _activities = [];

    /// <summary>How the worker works.</summary>
    public WorkerOptions Options { get; set; } = new();

    /// <summary>Where activity instances come from. Default: none.</summary>
    public IServiceScopeFactory? ScopeFactory { get; set; }

    /// <summary>Converts arguments and results. Default: JSON.</summary>
    public IDataConverter DataConverter { get; set; } = JsonDataConverter.Default;

    /// <summary>Where blobs are kept. Default: nowhere, blobs cannot be used.</summary>
    public IBlobStore? BlobStore { get; set; }

    /// <summary>Which payloads lie in the blob store instead of the history. Default: those above 256 KiB, when there is a blob store.</summary>
    public ExternalPayloadOptions ExternalPayloads { get; set; } = ExternalPayloadOptions.Default;

    /// <summary>How large what the worker sends may be. Default: <see cref="PayloadLimits.Default"/>.</summary>
    public PayloadLimits PayloadLimits { get; set; } = PayloadLimits.Default;

    /// <summary>Makes loggers. Default: none.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Makes the meter of what the worker measures (<see cref="HoldfastMeter"/>). Default: a meter of the worker's own.</summary>
    public IMeterFactory? MeterFactory { get; set; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where activity attempts run. Default: the thread pool.</summary>
    public TaskScheduler ActivityScheduler { get; set; } = TaskScheduler.Default;

    /// <summary>Watches the attempts of local activities. Default: nobody.</summary>
    public ILocalActivityObserver? LocalActivityObserver { get; set; }

    /// <summary>The limits with which the worker registers: those of <see cref="Options"/>, and those that attributes of the workflows and activities added so far declare; null for none.</summary>
    public TaskQueueLimits? TaskQueueLimits => DeclaredLimits.AddTo(Options.TaskQueueLimits, _workflows, [.. _activities.Select(static a => a.Definition)]);

    /// <summary>Adds every workflow and activity of an assembly.</summary>
    public WorkerBuilder AddAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var definitions = DefinitionCatalog.Of(assembly);
        _workflows.AddRange(definitions.Workflows);
        _activities.AddRange(definitions.Activities.Select(d => new ActivityRegistration { Definition = d }));
        return this;
    }

    /// <summary>Adds the workflows that a type declares.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotRegistered"/> when it declares none.</exception>
    public WorkerBuilder AddWorkflow(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        _workflows.AddRange(Required(DefinitionCatalog.Of(type.Assembly).Workflows.Where(w => w.DeclaringType == type), type, "workflow"));
        return this;
    }

    /// <summary>Adds the workflows that a type declares.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotRegistered"/> when it declares none.</exception>
    public WorkerBuilder AddWorkflow<T>() => AddWorkflow(typeof(T));

    /// <summary>Adds the activities that a type, its base types and its interfaces declare; instances come from the services, or are made.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotRegistered"/> when they declare none.</exception>
    public WorkerBuilder AddActivities([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type)
    {
        _activities.AddRange(ActivitiesOf(type).Select(d => new ActivityRegistration { Definition = d, InstanceType = type }));
        return this;
    }

    /// <summary>Adds the activities that a type, its base types and its interfaces declare; instances come from the services, or are made.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotRegistered"/> when they declare none.</exception>
    public WorkerBuilder AddActivities<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>() => AddActivities(typeof(T));

    /// <summary>Adds the activities of an object, which serves every attempt.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotRegistered"/> when its type declares none.</exception>
    public WorkerBuilder AddActivities(object instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        _activities.AddRange(ActivitiesOf(instance.GetType()).Select(d => new ActivityRegistration { Definition = d, Instance = instance }));
        return this;
    }

    /// <summary>Adds one activity.</summary>
    public WorkerBuilder AddActivity(ActivityRegistration registration)
    {
        _activities.Add(registration);
        return this;
    }

    /// <summary>Adds one workflow.</summary>
    public WorkerBuilder AddWorkflow(WorkflowDefinition definition)
    {
        _workflows.Add(definition);
        return this;
    }

    /// <summary>Makes the worker's handlers.</summary>
    /// <param name="service">Where activities report.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.DuplicateName"/> when two workflows or two activities have one name; <see cref="ErrorCodes.InvalidArgument"/> when an option is out of range.</exception>
    public WorkerHandlers Build(IWorkflowService service)
    {
        Options.Validate();
        PayloadLimits.Validate();
        CacheInstruments cacheInstruments = new(MeterFactory);
        UserMeter userMeter = new(MeterFactory);
        var activityOptions = new ActivityTaskHandlerOptions
        {
            Identity = Options.Identity,
            DataConverter = DataConverter,
            BlobStore = BlobStore,
            ExternalPayloads = ExternalPayloads,
            PayloadLimits = PayloadLimits,
            ScopeFactory = ScopeFactory,
            Scheduler = ActivityScheduler,
            TimeProvider = TimeProvider,
            LoggerFactory = LoggerFactory,
            MeterFactory = MeterFactory,
            ShutdownGracePeriod = Options.ShutdownGracePeriod,
            Interceptors = Options.Interceptors,
        };
        var activityHandler = new ActivityTaskHandler(DistinctActivities(), service, activityOptions);
        var localActivityHandler = new LocalActivityHandler(DistinctActivities(), Options.MaxConcurrentLocalActivities, activityOptions, LocalActivityObserver);
        var external = Definitions.ExternalPayloads.Of(BlobStore, ExternalPayloads);
        var workflowHandler = new WorkflowTaskHandler(_workflows, new WorkflowTaskHandlerOptions
        {
            CachedRuns = Options.CachedRuns,
            DeadlockTimeout = Options.DeadlockTimeout,
            WorkflowFailureTypes = Options.WorkflowFailureTypes,
            PatchActivation = Options.PatchActivation,
            Interceptors = Options.Interceptors,
            LocalActivities = localActivityHandler,
            DataConverter = DataConverter,
            PayloadLimits = PayloadLimits,
            External = external,
            LoggerFactory = LoggerFactory,
            TimeProvider = TimeProvider,
            CacheInstruments = cacheInstruments,
            UserMeter = userMeter,
        });
        IWorkflowTaskHandler workflowTasks = external is null ? workflowHandler : new ExternalPayloadTaskHandler(workflowHandler, external, DataConverter, ActivityScheduler);
        return new WorkerHandlers(Options, TaskQueueLimits, workflowHandler, workflowTasks, activityHandler, localActivityHandler, cacheInstruments, userMeter);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "An interface that declares activities is named by the definitions that the generator made, and so is kept.")]
    private static List<ActivityDefinition> ActivitiesOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var declaring = type.GetInterfaces().ToHashSet();
        for (var current = type; current is not null; current = current.BaseType)
        {
            declaring.Add(current);
        }

        var assemblies = declaring.Select(t => t.Assembly).Distinct();
        return Required(assemblies.SelectMany(a => DefinitionCatalog.Of(a).Activities).Where(d => declaring.Contains(d.DeclaringType)), type, "activity");
    }

    private static List<T> Required<T>(IEnumerable<T> definitions, Type type, string kind)
    {
        var found = definitions.ToList();
        return found.Count > 0
            ? found
            : throw new HoldfastException(ErrorCodes.NotRegistered, $"{type} declares no {kind}. Either it lacks the attribute, or its project is built without the Holdfast generator.");
    }

    /// <summary>An activity that was added twice, by its assembly and by its type, is one activity; the more telling registration wins.</summary>
    private IEnumerable<ActivityRegistration> DistinctActivities() =>
        _activities.GroupBy(a => a.Definition).Select(g => g.FirstOrDefault(a => a.Instance is not null) ?? g.FirstOrDefault(a => a.InstanceType is not null) ?? g.First());
}
