using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>One task queue: its workers, and the activity attempts that wait for one. Derived state, rebuilt after a restart.</summary>
internal sealed class TaskQueueEntry
{
    private readonly Lock _lock = new();
    private readonly List<WorkerEntry> _workers = [];
    private readonly Backlog<ActivityOffer> _backlog = new();
    private int _nextWorker;
    private volatile WorkerRegistration? _workflowWorker;

    /// <summary>A worker that runs workflow tasks; always the same while it is there, so that its cache is used.</summary>
    public WorkerRegistration? WorkflowWorker => _workflowWorker;

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

    /// <summary>Reserves a slot; when there is none the attempt waits and null is given.</summary>
    public WorkerEntry? TryReserve(ShardOwner owner, RunEntry run, long scheduledEventId, int attempt)
    {
        lock (_lock)
        {
            if (TryTakeSlot() is { } worker)
            {
                return worker;
            }

            _backlog.Enqueue(PriorityOf(run, scheduledEventId), new ActivityOffer(owner, run.Workflow, run.RunId, scheduledEventId, attempt));
            return null;
        }
    }

    /// <summary>Gives a slot back; it goes to the offer that is next by priority, fairness and time.</summary>
    public void Release(WorkerEntry worker)
    {
        lock (_lock)
        {
            worker.FreeSlots++;
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

    private void ServeBacklog()
    {
        while (_backlog.Count > 0 && TryTakeSlot() is { } worker)
        {
            if (!_backlog.TryDequeue(out var offer, out _))
            {
                worker.FreeSlots++;
                return;
            }

            offer.Owner.Mailbox.Post(new ActivityOffered(offer, worker));
        }
    }

    private static Priority? PriorityOf(RunEntry run, long scheduledEventId) =>
        PriorityRules.Inherit(run.State.Started.Priority, run.State.PendingActivities.Find(scheduledEventId)?.Scheduled.Priority);

    private WorkerEntry? TryTakeSlot()
    {
        for (var i = 0; i < _workers.Count; i++)
        {
            var worker = _workers[(_nextWorker + i) % _workers.Count];
            if (worker.FreeSlots > 0)
            {
                worker.FreeSlots--;
                _nextWorker = (_nextWorker + i + 1) % _workers.Count;
                return worker;
            }
        }

        return null;
    }
}
