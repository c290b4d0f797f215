using System.Collections.Concurrent;
using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Brings tasks and workers together, in memory. Threading: safe from any thread.</summary>
internal sealed class Matching(TimeProvider timeProvider) : IDisposable
{
    private readonly ConcurrentDictionary<(string Namespace, string TaskQueue), TaskQueueEntry> _queues = new();
    private readonly Func<(string Namespace, string TaskQueue), TaskQueueEntry> _newQueue = _ => new TaskQueueEntry(timeProvider);

    /// <summary>Every task queue that was named so far.</summary>
    public IEnumerable<KeyValuePair<(string Namespace, string TaskQueue), TaskQueueEntry>> Queues => _queues;

    /// <summary>When a rate lets something start that waits; null when nothing waits for a rate.</summary>
    public DateTimeOffset? NextDueTime => _queues.IsEmpty ? null : _queues.Min(static q => q.Value.NextDueTime);

    /// <summary>Reserves a slot of a worker; when none can be had now, the attempt waits for one and null is given.</summary>
    public ActivitySlot? TryReserveSlot(ShardOwner owner, RunEntry run, ActivityReady ready) =>
        Queue(run.Workflow.Namespace, ready.TaskQueue).TryReserve(owner, run, ready.ScheduledEventId, ready.Attempt);

    /// <summary>Gives a slot back.</summary>
    public static void ReleaseSlot(ActivitySlot slot) => slot.Worker.Queue.Release(slot);

    /// <summary>A worker that runs the workflow tasks of a queue; null when there is none.</summary>
    public WorkerRegistration? FindWorkflowWorker(string @namespace, string taskQueue) => Queue(@namespace, taskQueue).WorkflowWorker;

    public WorkerEntry Register(WorkerRegistration registration) => Queue(registration.Namespace, registration.TaskQueue).Add(registration);

    /// <summary>What goes on in a queue.</summary>
    public TaskQueueDescription Describe(string @namespace, string taskQueue) =>
        _queues.TryGetValue((@namespace, taskQueue), out var queue)
            ? queue.Describe(taskQueue)
            : new TaskQueueDescription { TaskQueue = taskQueue, BacklogCount = 0, BacklogCountByPriority = new Dictionary<int, int>(), RunningActivities = 0, Workers = [] };

    /// <summary>Lets limits hold in place of those of the workers; null ends that.</summary>
    public void Override(string @namespace, string taskQueue, TaskQueueLimits? limits) => Queue(@namespace, taskQueue).Override(limits);

    public void Dispose()
    {
        foreach (var queue in _queues.Values)
        {
            queue.Dispose();
        }
    }

    private TaskQueueEntry Queue(string @namespace, string taskQueue) => _queues.GetOrAdd((@namespace, taskQueue), _newQueue);
}
