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
    private readonly Dictionary<string, ActivityRegistration> _registrations;
    private readonly ActivityRegistration? _dynamicRegistration;
    private readonly ConcurrentDictionary<AttemptKey, ActivityAttempt> _running = new();
    private readonly AttemptDrain _drain;
    private readonly ActivityTaskHandlerOptions _options;
    private readonly ActivityServices _services;
    private readonly Action<ActivityAttempt> _finished;

    /// <summary>Creates the handler.</summary>
    /// <param name="activities">The activities that it serves.</param>
    /// <param name="service">Where it reports.</param>
    /// <param name="options">Limits and services.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.DuplicateName"/> when two activities have one name.</exception>
    public ActivityTaskHandler(IEnumerable<ActivityRegistration> activities, IWorkflowService service, ActivityTaskHandlerOptions? options = null)
    {
        _options = options ?? new ActivityTaskHandlerOptions();
        var all = activities.ToList();
        _registrations = DefinitionNames.Index("activities", all.Where(a => !a.Definition.IsDynamic), a => a.Definition.Name, a => a.Definition.DeclaringType);
        _dynamicRegistration = DefinitionNames.OnlyDynamic("activities", all.Where(a => a.Definition.IsDynamic), a => a.Definition.DeclaringType);
        _drain = new AttemptDrain(_options, () => _running.IsEmpty);
        _services = new ActivityServices(service, null, _options, _drain.Shutdown);
        _finished = Finished;
    }

    /// <summary>Names of the activity types that it serves, those of a catch-all activity left out.</summary>
    public IReadOnlyCollection<string> ActivityTypes => _registrations.Keys;

    /// <summary>True when it serves any activity at all.</summary>
    public bool HasActivities => _registrations.Count > 0 || _dynamicRegistration is not null;

    /// <summary>Attempts under way.</summary>
    public int RunningCount => _running.Count;

    /// <inheritdoc/>
    public void Start(ActivityTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var attempt = new ActivityAttempt(task, RegistrationOf(task.ActivityType), _services, _finished);
        if (!_running.TryAdd(attempt.Key, attempt))
        {
            attempt.Dispose();
            return;
        }

        if (_drain.HasBegun)
        {
            attempt.Cancel(ActivityCancelReason.WorkerShutdown);
        }

        Queue(attempt);
    }

    /// <inheritdoc/>
    public void Cancel(ActivityRef activity, ActivityCancelReason reason)
    {
        if (_running.TryGetValue(AttemptKey.Of(activity), out var attempt))
        {
            attempt.Cancel(reason);
        }
    }

    /// <summary>
    /// Stops: signals the worker's shutdown token, gives the attempts the grace period, cancels those that are left, and waits until all are reported. Dispose the
    /// worker's registration first, so that no new ones come.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting; attempts that are left go on until the process ends.</param>
    public Task ShutdownAsync(CancellationToken cancellationToken) => _drain.RunAsync(CancelAll, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _drain.Dispose();
        _services.Dispose();
    }

    /// <summary>On the thread pool the attempt is its own work item, which spares two objects and the copy of a context.</summary>
    private void Queue(ActivityAttempt attempt)
    {
        if (_options.Scheduler == TaskScheduler.Default)
        {
            AttemptRelay.Start(attempt);
        }
        else
        {
            _ = Task.Factory.StartNew(static state => ((ActivityAttempt)state!).RunAsync(), attempt, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _options.Scheduler);
        }
    }

    private ActivityRegistration RegistrationOf(string activityType) =>
        _registrations.TryGetValue(activityType, out var registration) ? registration : _dynamicRegistration ?? UnknownActivity.Registration(activityType, _registrations.Keys);

    private void Finished(ActivityAttempt attempt)
    {
        _running.TryRemove(attempt.Key, out _);
        attempt.Dispose();
        _drain.AttemptEnded();
    }

    private void CancelAll()
    {
        foreach (var attempt in _running.Values)
        {
            attempt.Cancel(ActivityCancelReason.WorkerShutdown);
        }
    }
}
