using System.Collections.Concurrent;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Runs local activities: in slots of their own, with timeouts and retries of the worker's.</summary>
/// <remarks>Threading: safe from any thread; user code runs on the scheduler of the options alone.</remarks>
public sealed class LocalActivityHandler : IDisposable
{
    private readonly Dictionary<string, ActivityRegistration> _registrations;
    private readonly ActivityRegistration? _dynamicRegistration;
    private readonly ConcurrentDictionary<ActivityTask, LocalActivityExecution> _running = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<LocalActivityExecution> _waiting = new();
    private readonly Lock _gate = new();
    private readonly AttemptDrain _drain;
    private readonly ActivityTaskHandlerOptions _options;
    private readonly ILocalActivityObserver? _observer;
    private readonly ActivityServices _services;
    private readonly Action<ActivityAttempt> _finished;
    private int _freeSlots;

    /// <summary>Creates the handler.</summary>
    /// <param name="activities">The activities that it runs.</param>
    /// <param name="slots">Most attempts at a time.</param>
    /// <param name="options">Limits and services.</param>
    /// <param name="observer">Watches the attempts. Default: nobody.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.DuplicateName"/> when two activities have one name.</exception>
    public LocalActivityHandler(IEnumerable<ActivityRegistration> activities, int slots = WorkerOptions.DefaultMaxConcurrentLocalActivities, ActivityTaskHandlerOptions? options = null, ILocalActivityObserver? observer = null)
    {
        _options = options ?? new ActivityTaskHandlerOptions();
        _observer = observer;
        var all = activities.ToList();
        _registrations = DefinitionNames.Index("activities", all.Where(a => !a.Definition.IsDynamic), a => a.Definition.Name, a => a.Definition.DeclaringType);
        _dynamicRegistration = DefinitionNames.OnlyDynamic("activities", all.Where(a => a.Definition.IsDynamic), a => a.Definition.DeclaringType);
        _drain = new AttemptDrain(_options, () => _running.IsEmpty);
        _services = new ActivityServices(null, Ended, _options, _drain.Shutdown);
        _finished = Finished;
        _freeSlots = slots;
    }

    /// <summary>Attempts under way.</summary>
    public int RunningCount => _running.Count;

    internal TimeProvider TimeProvider => _options.TimeProvider;

    /// <summary>Stops: gives the attempts the grace period, cancels those that are left, and waits for their ends, which are not recorded: they are run again by whoever takes their runs up.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task ShutdownAsync(CancellationToken cancellationToken) => _drain.RunAsync(AbandonAll, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _drain.Dispose();
        _services.Dispose();
    }

    /// <summary>Begins a local activity.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="ended">Called once with its end, from any thread; not when it is abandoned.</param>
    internal LocalActivityExecution Begin(LocalActivityRequest request, Action<LocalActivityMarker> ended)
    {
        var execution = new LocalActivityExecution(this, request, ended);
        execution.Begin();
        return execution;
    }

    /// <summary>Has an attempt run as soon as there is a slot.</summary>
    internal void TakeSlot(LocalActivityExecution execution)
    {
        lock (_gate)
        {
            if (_freeSlots == 0)
            {
                _waiting.Enqueue(execution);
                return;
            }

            _freeSlots--;
        }

        if (!TryUseSlot(execution))
        {
            ReleaseSlot();
        }
    }

    private void Ended(ActivityTask task, ActivityOutcome outcome)
    {
        if (_running.TryGetValue(task, out var execution))
        {
            execution.AttemptEnded(task.Activity.Attempt, outcome);
        }
    }

    private bool TryUseSlot(LocalActivityExecution execution)
    {
        if (_drain.HasBegun || execution.NextAttempt() is not { } task)
        {
            return false;
        }

        var attempt = new ActivityAttempt(task, RegistrationOf(task.ActivityType), _services, _finished);
        _running.TryAdd(task, execution);
        _observer?.AttemptStarted(task.Activity);
        execution.AttemptStarted(attempt);
        _ = Task.Factory.StartNew(static state => ((ActivityAttempt)state!).RunAsync(), attempt, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _options.Scheduler);
        return true;
    }

    private ActivityRegistration RegistrationOf(string activityType) =>
        _observer?.Substitute(activityType) ?? (_registrations.TryGetValue(activityType, out var registration) ? registration : _dynamicRegistration ?? UnknownActivity.Registration(activityType, _registrations.Keys));

    private void Finished(ActivityAttempt attempt)
    {
        _running.TryRemove(attempt.ActivityTask, out _);
        attempt.Dispose();
        _observer?.AttemptEnded(attempt.ActivityTask.Activity);
        ReleaseSlot();
        _drain.AttemptEnded();
    }

    /// <summary>Gives a slot to the one that has waited longest.</summary>
    private void ReleaseSlot()
    {
        LocalActivityExecution? next;
        do
        {
            lock (_gate)
            {
                if (!_waiting.TryDequeue(out next))
                {
                    _freeSlots++;
                    return;
                }
            }
        }
        while (!TryUseSlot(next));
    }

    private void AbandonAll()
    {
        foreach (var execution in _running.Values)
        {
            execution.Abandon(ActivityCancelReason.WorkerShutdown);
        }
    }
}
