using System.Collections.Concurrent;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Runs local activities: in slots of their own, with timeouts and retries of the worker's.</summary>
/// <remarks>Threading: safe from any thread; user code runs on the scheduler of the options alone.</remarks>
public sealed class LocalActivityHandler : IDisposable
{
    private readonly Dictionary<string, ActivityRegistration> registrations;
    private readonly ActivityRegistration? dynamicRegistration;
    private readonly ConcurrentDictionary<ActivityTask, LocalActivityExecution> running = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<LocalActivityExecution> waiting = new();
    private readonly Lock gate = new();
    private readonly AttemptDrain drain;
    private readonly ActivityTaskHandlerOptions options;
    private readonly ILocalActivityObserver? observer;
    private readonly ActivityServices services;
    private readonly Action<ActivityAttempt> finished;
    private int freeSlots;

    /// <summary>Creates the handler.</summary>
    /// <param name="activities">The activities that it runs.</param>
    /// <param name="slots">Most attempts at a time.</param>
    /// <param name="options">Limits and services.</param>
    /// <param name="observer">Watches the attempts. Default: nobody.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.DuplicateName"/> when two activities have one name.</exception>
    public LocalActivityHandler(IEnumerable<ActivityRegistration> activities, int slots = WorkerOptions.DefaultMaxConcurrentLocalActivities, ActivityTaskHandlerOptions? options = null, ILocalActivityObserver? observer = null)
    {
        this.options = options ?? new ActivityTaskHandlerOptions();
        this.observer = observer;
        var all = activities.ToList();
        registrations = DefinitionNames.Index("activities", all.Where(a => !a.Definition.IsDynamic), a => a.Definition.Name, a => a.Definition.DeclaringType);
        dynamicRegistration = DefinitionNames.OnlyDynamic("activities", all.Where(a => a.Definition.IsDynamic), a => a.Definition.DeclaringType);
        drain = new AttemptDrain(this.options, () => running.IsEmpty);
        services = new ActivityServices(null, Ended, this.options, drain.Shutdown);
        finished = Finished;
        freeSlots = slots;
    }

    /// <summary>Attempts under way.</summary>
    public int RunningCount => running.Count;

    internal TimeProvider TimeProvider => options.TimeProvider;

    /// <summary>Stops: gives the attempts the grace period, cancels those that are left, and waits for their ends, which are not recorded: they are run again by whoever takes their runs up.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task ShutdownAsync(CancellationToken cancellationToken) => drain.RunAsync(AbandonAll, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        drain.Dispose();
        services.Dispose();
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
        lock (gate)
        {
            if (freeSlots == 0)
            {
                waiting.Enqueue(execution);
                return;
            }

            freeSlots--;
        }

        if (!TryUseSlot(execution))
        {
            ReleaseSlot();
        }
    }

    private void Ended(ActivityTask task, ActivityOutcome outcome)
    {
        if (running.TryGetValue(task, out var execution))
        {
            execution.AttemptEnded(task.Activity.Attempt, outcome);
        }
    }

    private bool TryUseSlot(LocalActivityExecution execution)
    {
        if (drain.HasBegun || execution.NextAttempt() is not { } task)
        {
            return false;
        }

        var attempt = new ActivityAttempt(task, RegistrationOf(task.ActivityType), services, finished);
        running.TryAdd(task, execution);
        observer?.AttemptStarted(task.Activity);
        execution.AttemptStarted(attempt);
        _ = Task.Factory.StartNew(static state => ((ActivityAttempt)state!).RunAsync(), attempt, CancellationToken.None, TaskCreationOptions.DenyChildAttach, options.Scheduler);
        return true;
    }

    private ActivityRegistration RegistrationOf(string activityType) =>
        observer?.Substitute(activityType) ?? (registrations.TryGetValue(activityType, out var registration) ? registration : dynamicRegistration ?? UnknownActivity.Registration(activityType, registrations.Keys));

    private void Finished(ActivityAttempt attempt)
    {
        running.TryRemove(attempt.ActivityTask, out _);
        attempt.Dispose();
        observer?.AttemptEnded(attempt.ActivityTask.Activity);
        ReleaseSlot();
        drain.AttemptEnded();
    }

    /// <summary>Gives a slot to the one that has waited longest.</summary>
    private void ReleaseSlot()
    {
        LocalActivityExecution? next;
        do
        {
            lock (gate)
            {
                if (!waiting.TryDequeue(out next))
                {
                    freeSlots++;
                    return;
                }
            }
        }
        while (!TryUseSlot(next));
    }

    private void AbandonAll()
    {
        foreach (var execution in running.Values)
        {
            execution.Abandon(ActivityCancelReason.WorkerShutdown);
        }
    }
}
