using System.Collections.Concurrent;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Runs activity attempts and reports their ends.</summary>
/// <remarks>
/// Threading: <see cref="Start"/> and <see cref="Cancel"/> return at once; user code runs on the scheduler of the options alone. Every attempt that is started is
/// reported, whatever becomes of it.
/// </remarks>
public sealed class ActivityTaskHandler : IActivityTaskHandler, IDisposable
{
    private readonly Dictionary<string, ActivityRegistration> registrations;
    private readonly ActivityRegistration? dynamicRegistration;
    private readonly ConcurrentDictionary<AttemptKey, ActivityAttempt> running = new();
    private readonly AttemptDrain drain;
    private readonly ActivityTaskHandlerOptions options;
    private readonly ActivityServices services;
    private readonly Action<ActivityAttempt> finished;

    /// <summary>Creates the handler.</summary>
    /// <param name="activities">The activities that it serves.</param>
    /// <param name="service">Where it reports.</param>
    /// <param name="options">Limits and services.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.DuplicateName"/> when two activities have one name.</exception>
    public ActivityTaskHandler(IEnumerable<ActivityRegistration> activities, IWorkflowService service, ActivityTaskHandlerOptions? options = null)
    {
        this.options = options ?? new ActivityTaskHandlerOptions();
        var all = activities.ToList();
        registrations = DefinitionNames.Index("activities", all.Where(a => !a.Definition.IsDynamic), a => a.Definition.Name, a => a.Definition.DeclaringType);
        dynamicRegistration = DefinitionNames.OnlyDynamic("activities", all.Where(a => a.Definition.IsDynamic), a => a.Definition.DeclaringType);
        drain = new AttemptDrain(this.options, () => running.IsEmpty);
        services = new ActivityServices(service, null, this.options, drain.Shutdown);
        finished = Finished;
    }

    /// <summary>Names of the activity types that it serves, those of a catch-all activity left out.</summary>
    public IReadOnlyCollection<string> ActivityTypes => registrations.Keys;

    /// <summary>True when it serves any activity at all.</summary>
    public bool HasActivities => registrations.Count > 0 || dynamicRegistration is not null;

    /// <summary>Attempts under way.</summary>
    public int RunningCount => running.Count;

    /// <inheritdoc/>
    public void Start(ActivityTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var attempt = new ActivityAttempt(task, RegistrationOf(task.ActivityType), services, finished);
        if (!running.TryAdd(attempt.Key, attempt))
        {
            attempt.Dispose();
            return;
        }

        if (drain.HasBegun)
        {
            attempt.Cancel(ActivityCancelReason.WorkerShutdown);
        }

        Queue(attempt);
    }

    /// <inheritdoc/>
    public void Cancel(ActivityRef activity, ActivityCancelReason reason)
    {
        if (running.TryGetValue(AttemptKey.Of(activity), out var attempt))
        {
            attempt.Cancel(reason);
        }
    }

    /// <summary>
    /// Stops: signals the worker's shutdown token, gives the attempts the grace period, cancels those that are left, and waits until all are reported. Dispose the
    /// worker's registration first, so that no new ones come.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting; attempts that are left go on until the process ends.</param>
    public Task ShutdownAsync(CancellationToken cancellationToken) => drain.RunAsync(CancelAll, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        drain.Dispose();
        services.Dispose();
    }

    /// <summary>On the thread pool the attempt is its own work item, which spares two objects and the copy of a context.</summary>
    private void Queue(ActivityAttempt attempt)
    {
        if (options.Scheduler == TaskScheduler.Default)
        {
            AttemptRelay.Start(attempt);
        }
        else
        {
            _ = Task.Factory.StartNew(static state => ((ActivityAttempt)state!).RunAsync(), attempt, CancellationToken.None, TaskCreationOptions.DenyChildAttach, options.Scheduler);
        }
    }

    private ActivityRegistration RegistrationOf(string activityType) =>
        registrations.TryGetValue(activityType, out var registration) ? registration : dynamicRegistration ?? UnknownActivity.Registration(activityType, registrations.Keys);

    private void Finished(ActivityAttempt attempt)
    {
        running.TryRemove(attempt.Key, out _);
        attempt.Dispose();
        drain.AttemptEnded();
    }

    private void CancelAll()
    {
        foreach (var attempt in running.Values)
        {
            attempt.Cancel(ActivityCancelReason.WorkerShutdown);
        }
    }
}
