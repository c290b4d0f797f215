using System.Collections.Concurrent;
using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Brings tasks and workers together, in memory. Threading: safe from any thread.</summary>
internal sealed class Matching
{
    private readonly ConcurrentDictionary<(string Namespace, string TaskQueue), TaskQueueEntry> _queues = new();

    /// <summary>Every task queue that was named so far.</summary>
    public IEnumerable<KeyValuePair<(string Namespace, string TaskQueue), TaskQueueEntry>> Queues => _queues;

    /// <summary>Reserves a slot of a worker; when there is none, the attempt waits for one and null is given.</summary>
    public WorkerEntry? TryReserveSlot(ShardOwner owner, RunEntry run, ActivityReady ready) =>
        Queue(run.Workflow.Namespace, ready.TaskQueue).TryReserve(owner, run, ready.ScheduledEventId, ready.Attempt);

    /// <summary>Gives a slot back.</summary>
    public static void ReleaseSlot(WorkerEntry worker) => worker.Queue.Release(worker);

    /// <summary>A worker that runs the workflow tasks of a queue; null when there is none.</summary>
    public WorkerRegistration? FindWorkflowWorker(string @namespace, string taskQueue) => Queue(@namespace, taskQueue).WorkflowWorker;

    public WorkerEntry Register(WorkerRegistration registration) => Queue(registration.Namespace, registration.TaskQueue).Add(registration);

    private TaskQueueEntry Queue(string @namespace, string taskQueue) => _queues.GetOrAdd((@namespace, taskQueue), static _ => new TaskQueueEntry());
}
