using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A worker's handlers, ready to be registered with an engine.</summary>
public sealed class WorkerHandlers : IDisposable
{
    private readonly IWorkflowTaskHandler _workflowTasks;
    private readonly CacheInstruments _cacheInstruments;
    private readonly UserMeter _userMeter;
    private readonly TaskQueueLimits? _limits;

    internal WorkerHandlers(WorkerOptions options, TaskQueueLimits? limits, WorkflowTaskHandler workflows, IWorkflowTaskHandler workflowTasks, ActivityTaskHandler activities, LocalActivityHandler localActivities, CacheInstruments cacheInstruments, UserMeter userMeter)
    {
        _limits = limits;
        _userMeter = userMeter;
        _cacheInstruments = cacheInstruments;
        Options = options;
        Workflows = workflows;
        _workflowTasks = workflowTasks;
        Activities = activities;
        LocalActivities = localActivities;
    }

    /// <summary>How the worker works.</summary>
    public WorkerOptions Options { get; }

    /// <summary>Runs workflow tasks.</summary>
    public WorkflowTaskHandler Workflows { get; }

    /// <summary>Runs activity attempts.</summary>
    public ActivityTaskHandler Activities { get; }

    /// <summary>Runs local activities.</summary>
    public LocalActivityHandler LocalActivities { get; }

    /// <summary>What to register with <see cref="IWorkerService.RegisterWorker"/>. A kind of task that the worker has no code for is left out.</summary>
    public WorkerRegistration Registration => new()
    {
        Namespace = Options.Namespace,
        TaskQueue = Options.TaskQueue,
        Identity = Options.Identity,
        BuildId = Options.BuildId,
        Workflows = Workflows.HasWorkflows ? _workflowTasks : null,
        Activities = Activities.HasActivities ? Activities : null,
        MaxConcurrentActivities = Options.MaxConcurrentActivities,
        MaxActivitiesPerSecond = Options.MaxActivitiesPerSecond,
        TaskQueueLimits = _limits,
    };

    /// <summary>Stops activities and local activities: gives them the grace period, cancels those that are left, and waits for their ends. Dispose the registration first.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task ShutdownAsync(CancellationToken cancellationToken) => Task.WhenAll(Activities.ShutdownAsync(cancellationToken), LocalActivities.ShutdownAsync(cancellationToken));

    /// <inheritdoc/>
    public void Dispose()
    {
        Activities.Dispose();
        LocalActivities.Dispose();
        _cacheInstruments.Dispose();
        _userMeter.Dispose();
    }
}
