using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>One task queue: its workers, its limits, and the activity attempts that wait for either. Derived state, rebuilt after a restart.</summary>
internal sealed class TaskQueueEntry : IDisposable
{
    private readonly TimeProvider _timeProvider;
    private readonly Action<TaskQueueLimits?> _limitsKnown;
    private readonly Alarm _rateAlarm;
    private readonly Lock _lock = new();
    private readonly List<WorkerEntry> _workers = [];
    private readonly Backlog<ActivityOffer> _backlog = new();
    private readonly QueueRates _rates;
    private int _nextWorker;
    private int _running;
    private QueueRules? _rules;
    private bool _isOverridden;
    private TaskQueueLimits? _configured;
    private volatile WorkerRegistration? _workflowWorker;

    public TaskQueueEntry(TimeProvider timeProvider, Action<TaskQueueLimits?> limitsKnown)
    {
        _timeProvider = timeProvider;
        _limitsKnown = limitsKnown;
        _rateAlarm = new Alarm(timeProvider, RateAllows);
        _rates = new QueueRates(timeProvider.GetUtcNow());
    }

    /// <summary>A worker that runs workflow tasks; always the same while it is there, so that its cache is used.</summary>
    public WorkerRegistration? WorkflowWorker => _workflowWorker;

    /// <summary>When a rate lets something start that waits; null when nothing waits for a rate.</summary>
    public DateTimeOffset? NextDueTime => _rateAlarm.NextDueTime;

    public int BacklogCount
    {
        get
        {
            lock (_lock)
            {
                return _backlog.Count;
            }
        }
    }

    /// <summary>How many slots of its workers are used, and how many are free.</summary>
    public (int Used, int Free) CountSlots()
    {
        lock (_lock)
        {
            var free = _workers.Sum(static w => w.FreeSlots);
            return (_workers.Sum(static w => w.Slots) - free, free);
        }
    }

    /// <summary>Reserves a slot; when there is none, or a limit may hold the attempt back, it waits and null is given.</summary>
    public ActivitySlot? TryReserve(ShardOwner owner, RunEntry run, long scheduledEventId, int attempt)
    {
        lock (_lock)
        {
            _rates.Add();
            if (_rules is null && _backlog.Count == 0 && TryTakeSlot() is { } worker)
            {
                _running++;
                _rates.Dispatch();
                worker.Rate?.Take(_timeProvider.GetUtcNow());
                return worker;
            }

            Enqueue(OfferOf(owner, run, scheduledEventId, attempt));
            ServeBacklog();
            return null;
        }
    }

    /// <summary>Gives a slot back; it goes to the offer that is next by priority, fairness and time.</summary>
    public void Release(ActivitySlot slot)
    {
        lock (_lock)
        {
            slot.Worker.FreeSlots++;
            _running--;
            if (!slot.Limits.IsNone)
            {
                _rules!.Ended(slot.Limits, _timeProvider.GetUtcNow());
            }

            ServeBacklog();
        }
    }

    public WorkerEntry Add(WorkerRegistration registration)
    {
        lock (_lock)
        {
            WorkerEntry worker = new(registration, this);
            _workers.Add(worker);
            _workflowWorker ??= registration.Workflows is null ? null : registration;
            if (registration.TaskQueueLimits is not null && !_isOverridden)
            {
                Apply(registration.TaskQueueLimits);
            }

            _limitsKnown(_rules?.Limits);
            ServeBacklog();
            return worker;
        }
    }

    public void Remove(WorkerEntry worker)
    {
        lock (_lock)
        {
            worker.IsGone = true;
            _workers.Remove(worker);
            _workflowWorker = _workers.Find(w => w.Registration.Workflows is not null)?.Registration;
        }
    }

    /// <summary>Lets limits hold in place of those of the workers; null ends that.</summary>
    public void Override(TaskQueueLimits? limits)
    {
        lock (_lock)
        {
            _isOverridden = limits is not null;
            Apply(limits ?? _workers.FindLast(static w => w.Registration.TaskQueueLimits is not null)?.Registration.TaskQueueLimits ?? _configured);
            _limitsKnown(_rules?.Limits);
            ServeBacklog();
        }
    }

    /// <summary>Lets limits hold as long as neither workers nor clients give others.</summary>
    public void Configure(TaskQueueLimits limits)
    {
        lock (_lock)
        {
            _configured = limits;
            Apply(limits);
            _limitsKnown(limits);
        }
    }

    public TaskQueueDescription Describe(string taskQueue)
    {
        lock (_lock)
        {
            var (added, dispatched) = _rates.PerSecond(_timeProvider.GetUtcNow());
            return new TaskQueueDescription
            {
                AttemptsAddedPerSecond = added,
                AttemptsDispatchedPerSecond = dispatched,
                TaskQueue = taskQueue,
                BacklogCount = _backlog.Count,
                BacklogCountByPriority = Enumerable.Range(Priority.FirstPriorityKey, Priority.LastPriorityKey).Where(k => _backlog.CountOf(k) > 0).ToDictionary(k => k, _backlog.CountOf),
                OldestWaitingSince = _backlog.Count == 0 ? null : _backlog.Heads.Min(static o => o.Since),
                RunningActivities = _running,
                Workers = [.. _workers.Select(DescriptionOf)],
                Limits = _rules?.Limits,
                AreLimitsOverridden = _isOverridden,
            };
        }
    }

    /// <summary>Remembers how much came and went so far.</summary>
    public void SampleRates()
    {
        lock (_lock)
        {
            _rates.Sample(_timeProvider.GetUtcNow());
        }
    }

    public void Dispose() => _rateAlarm.Dispose();

    private static TaskQueueWorker DescriptionOf(WorkerEntry worker) => new()
    {
        Identity = worker.Registration.Identity,
        RunsWorkflows = worker.Registration.Workflows is not null,
        ActivitySlots = worker.Registration.Activities is null ? 0 : worker.Registration.MaxConcurrentActivities,
        FreeActivitySlots = worker.FreeSlots,
        MaxActivitiesPerSecond = worker.Registration.MaxActivitiesPerSecond,
    };

    private ActivityOffer OfferOf(ShardOwner owner, RunEntry run, long scheduledEventId, int attempt)
    {
        var scheduled = run.State.PendingActivities.Find(scheduledEventId)?.Scheduled;
        return new ActivityOffer(owner, run.Workflow, run.RunId, scheduledEventId, attempt, _timeProvider.GetUtcNow())
        {
            Priority = PriorityRules.Inherit(run.State.Priority, scheduled?.Priority),
            ActivityType = scheduled?.ActivityType ?? string.Empty,
            ConcurrencyKey = scheduled?.ConcurrencyKey ?? string.Empty,
        };
    }

    private void Enqueue(ActivityOffer offer) => _backlog.Enqueue(
        offer.Priority,
        offer,
        _rules?.Of(offer.ActivityType, offer.ConcurrencyKey, Backlog<ActivityOffer>.LevelOf(offer.Priority), _timeProvider.GetUtcNow()) ?? LaneLimits.None);

    private void Apply(TaskQueueLimits? limits)
    {
        if (limits is null && _rules is null)
        {
            return;
        }

        _rules ??= new QueueRules();
        _rules.Suspend();
        var now = _timeProvider.GetUtcNow();
        List<ActivityOffer> waiting = [];
        while (_backlog.TryDequeue(DateTimeOffset.MaxValue, null, out var offer, out var counted))
        {
            _rules.Ended(counted, now);
            waiting.Add(offer);
        }

        _rules.Apply(limits);
        waiting.ForEach(Enqueue);
    }

    private void ServeBacklog()
    {
        if (_backlog.Count == 0)
        {
            return;
        }

        var now = _timeProvider.GetUtcNow();
        _rules?.WakeRested(now);
        while (MayStart(now) && TryTakeSlot() is { } worker)
        {
            if (!_backlog.TryDequeue(now, _rules?.KeyRates, out var offer, out var limits))
            {
                GiveBack(worker);
                break;
            }

            _running++;
            _rates.Dispatch();
            _rules?.Rate?.Take(now);
            worker.Rate?.Take(now);
            offer.Owner.Mailbox.Post(new ActivityOffered(offer, limits.IsNone ? worker : new LimitedSlot(worker, limits)));
        }

        AwaitRates(now);
    }

    private bool MayStart(DateTimeOffset now) => _backlog.Count > 0
        && (_rules?.Rate is not { } rate || rate.NextTime <= now)
        && (_rules?.Limits?.MaxConcurrentActivities is not { } most || _running < most);

    private WorkerEntry? TryTakeSlot()
    {
        for (var i = 0; i < _workers.Count; i++)
        {
            var worker = _workers[(_nextWorker + i) % _workers.Count];
            if (worker.FreeSlots > 0 && (worker.Rate is null || worker.Rate.NextTime <= _timeProvider.GetUtcNow()))
            {
                worker.FreeSlots--;
                _nextWorker = (_nextWorker + i + 1) % _workers.Count;
                return worker;
            }
        }

        return null;
    }

    private static void GiveBack(WorkerEntry worker) => worker.FreeSlots++;

    /// <summary>Comes back when the first of the rates that hold something back allows it; what waits for slots or limits comes with their release.</summary>
    private void AwaitRates(DateTimeOffset now) => _rateAlarm.Set(_backlog.Count == 0 ? null : FirstRateTime(now), now);

    private DateTimeOffset? FirstRateTime(DateTimeOffset now)
    {
        var first = After(_rules?.Rate?.NextTime, now);
        foreach (var worker in _workers)
        {
            if (worker is { FreeSlots: > 0, Rate: { } rate })
            {
                first = Earlier(After(rate.NextTime, now), first);
            }
        }

        return Earlier(_rules?.NextDueTime, Earlier(_backlog.NextDueTime, first));
    }

    private static DateTimeOffset? After(DateTimeOffset? time, DateTimeOffset now) => time > now ? time : null;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other is null || one < other ? one : other;

    private void RateAllows()
    {
        lock (_lock)
        {
            _rateAlarm.Clear();
            ServeBacklog();
        }
    }
}
