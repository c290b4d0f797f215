using System.Collections.Concurrent;
using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Brings tasks and workers together, in memory. Threading: safe from any thread.</summary>
internal sealed class Matching(TimeProvider timeProvider, StartLimits startLimits) : IDisposable
{
    private readonly ConcurrentDictionary<(string Namespace, string TaskQueue), TaskQueueEntry> _queues = new();
    private readonly Func<(string Namespace, string TaskQueue), TaskQueueEntry> _newQueue = key => new TaskQueueEntry(timeProvider, limits => startLimits.Apply(key.Namespace, key.TaskQueue, limits));

    /// <summary>Every task queue that was named so far.</summary>
    public IEnumerable<KeyValuePair<(string Namespace, string TaskQueue), TaskQueueEntry>> Queues => _queues;

    /// <summary>When a rate lets something start that waits; null when nothing waits for a rate.</summary>
    public DateTimeOffset? NextDueTime => _queues.IsEmpty ? null : _queues.Min(static q => q.Value.NextDueTime);

    /// <summary>Reserves a slot of a worker; when none can be had now, the attempt waits for one and null is given.</summary>
    public ActivitySlot? TryReserveSlot(ShardOwner owner, RunEntry run, ActivityReady ready) =>
        (ready.TaskQueue == run.State.TaskQueue ? QueueOf(run) : Queue(run.Workflow.Namespace, ready.TaskQueue)).TryReserve(owner, run, ready.ScheduledEventId, ready.Attempt);

    /// <summary>Gives a slot back.</summary>
    public static void ReleaseSlot(ActivitySlot slot) => slot.Worker.Queue.Release(slot);

    /// <summary>A worker that runs the workflow tasks of a run; null when there is none.</summary>
    public WorkerRegistration? FindWorkflowWorker(RunEntry run) => QueueOf(run).WorkflowWorker;

    public WorkerEntry Register(WorkerRegistration registration) => Queue(registration.Namespace, registration.TaskQueue).Add(registration);

    /// <summary>What goes on in a queue.</summary>
    public TaskQueueDescription Describe(string @namespace, string taskQueue) =>
        _queues.TryGetValue((@namespace, taskQueue), out var queue)
            ? Described(queue.Describe(taskQueue), @namespace)
            : Described(new TaskQueueDescription { TaskQueue = taskQueue, BacklogCount = 0, BacklogCountByPriority = new Dictionary<int, int>(), RunningActivities = 0, Workers = [] }, @namespace);

    /// <summary>Lets limits hold in place of those of the workers; null ends that.</summary>
    public void Override(string @namespace, string taskQueue, TaskQueueLimits? limits) => Queue(@namespace, taskQueue).Override(limits);

    /// <summary>Remembers how much came into each queue and left it so far.</summary>
    public void SampleRates()
    {
        foreach (var queue in _queues.Values)
        {
            queue.SampleRates();
        }
    }

    /// <summary>The limits that hold when neither workers nor clients give others.</summary>
    public void Configure(string @namespace, string taskQueue, TaskQueueLimits limits) => Queue(@namespace, taskQueue).Configure(limits);

    public void Dispose()
    {
        foreach (var queue in _queues.Values)
        {
            queue.Dispose();
        }
    }

    private TaskQueueDescription Described(TaskQueueDescription description, string @namespace)
    {
        var (waiting, oldestSince, held) = startLimits.Describe(@namespace, description.TaskQueue);
        return description with { StartsWaiting = waiting, OldestStartWaitingSince = oldestSince, RunsUnderStartLimits = held };
    }

    /// <summary>The queue of the run's workflow tasks, which stays the same and is asked for with every step.</summary>
    private TaskQueueEntry QueueOf(RunEntry run) => run.TaskQueue ??= Queue(run.Workflow.Namespace, run.State.TaskQueue);

    private TaskQueueEntry Queue(string @namespace, string taskQueue) => _queues.GetOrAdd((@namespace, taskQueue), _newQueue);
}
