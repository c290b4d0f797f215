using System.Collections.Concurrent;
using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Limits on starts, of every task queue that has any. Threading: safe from any thread.</summary>
internal sealed class StartLimits(TimeProvider timeProvider, Action<WorkflowKey, OwnerMessage> post) : IDisposable
{
    private readonly ConcurrentDictionary<(string Namespace, string TaskQueue), StartQueue> _queues = new();
    private readonly ConcurrentDictionary<(string Namespace, string TaskQueue), TaskQueueLimits?> _limits = new();
    private volatile bool _isOpen;

    /// <summary>When a rate lets something in that waits; null when nothing waits for a rate.</summary>
    public DateTimeOffset? NextDueTime => _queues.IsEmpty ? null : _queues.Min(static q => q.Value.NextDueTime);

    /// <summary>Decides what becomes of a start. Without limits on its task queue it goes on as it is.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="runId">The run that is to begin.</param>
    /// <param name="started">Its first event.</param>
    /// <param name="replaced">The open run of the same workflow ID that is terminated for it; null when there is none.</param>
    public StartDecision Decide(WorkflowKey workflow, RunId runId, WorkflowExecutionStarted started, RunId? replaced) =>
        !_queues.IsEmpty && started.Kind is RunKind.Workflow && _queues.TryGetValue((workflow.Namespace, started.TaskQueue), out var queue)
            ? queue.Decide(workflow, runId, started, replaced)
            : new StartDecision(started, [], null);

    /// <summary>A start that was let through comes to nothing after all.</summary>
    public void Forgo(WorkflowKey workflow, WorkflowExecutionStarted started, RunId runId, StartDecision decision)
    {
        if (decision.Started?.Admission is not (null or StartAdmission.Unlimited))
        {
            QueueOf(workflow.Namespace, started.TaskQueue).Forgo(runId, decision.Displaced);
        }
    }

    /// <summary>A run that is counted begins, waits for its permit, has it, or was taken up.</summary>
    public void Changed(ShardOwner owner, RunEntry run)
    {
        if (RunDescription.StartPermit(run.State) is not { } permit)
        {
            return;
        }

        var queue = QueueOf(run.Workflow.Namespace, permit.TaskQueue);
        switch (permit.State)
        {
            case StartPermitState.Awaited:
                Await(owner, run, permit, queue);
                break;
            case StartPermitState.Held:
                Displace(owner, queue.Hold(run.Workflow, run.RunId, permit, run.State.Started.ContinuedExecutionRunId));
                break;
            default:
                queue.Expect(run.Workflow, run.RunId, permit);
                break;
        }
    }

    /// <summary>A run that is counted closed: its permit is free when that is durable.</summary>
    public void Closed(ShardOwner owner, RunEntry run)
    {
        if (run.State.Started.Admission != StartAdmission.Unlimited)
        {
            var queue = QueueOf(run.Workflow.Namespace, run.State.TaskQueue);
            owner.Batches.Gate(GatedEffect.Run(() => queue.Closed(run.RunId)));
        }
    }

    /// <summary>Tells runs that others take their places, when what was recorded of those is durable.</summary>
    public static void Displace(ShardOwner owner, IReadOnlyList<DisplacedRun> displaced)
    {
        var post = owner.Services.Post;
        foreach (var run in displaced)
        {
            owner.Batches.Gate(GatedEffect.Run(() => post(run.Workflow, new DisplaceRun(run))));
        }
    }

    /// <summary>Lets in a run that holds its permit.</summary>
    public static void Admit(ShardOwner owner, RunEntry run, StartQueue queue)
    {
        owner.Steps.Take(run, new GrantStartPermit());
        if (!run.State.IsClosed && run.State.StartPermit != StartPermitState.Held)
        {
            queue.Withdraw(run.RunId);
        }
    }

    /// <summary>An open run that is not in memory after a restart.</summary>
    public void Restore(WorkflowKey workflow, RunId runId, StartPermit permit) => QueueOf(workflow.Namespace, permit.TaskQueue).Restore(workflow, runId, permit);

    /// <summary>Every open run is known.</summary>
    public void Open()
    {
        _isOpen = true;
        foreach (var queue in _queues.Values)
        {
            queue.Open();
        }
    }

    /// <summary>The limits of a task queue are known now, or others than before.</summary>
    public void Apply(string @namespace, string taskQueue, TaskQueueLimits? limits)
    {
        _limits[(@namespace, taskQueue)] = limits;
        if (limits is { HasStartLimits: true } || _queues.ContainsKey((@namespace, taskQueue)))
        {
            QueueOf(@namespace, taskQueue).Apply(limits);
        }
    }

    /// <summary>What waits in a task queue, since when, and what is in.</summary>
    public (int Waiting, DateTimeOffset? OldestSince, int Held) Describe(string @namespace, string taskQueue) =>
        _queues.TryGetValue((@namespace, taskQueue), out var queue) ? queue.Describe() : default;

    public void Dispose()
    {
        foreach (var queue in _queues.Values)
        {
            queue.Dispose();
        }
    }

    private static void Await(ShardOwner owner, RunEntry run, StartPermit permit, StartQueue queue)
    {
        var (isGranted, displaced) = queue.Await(run.Workflow, run.RunId, permit);
        if (isGranted)
        {
            Admit(owner, run, queue);
        }

        Displace(owner, displaced);
    }

    private StartQueue QueueOf(string @namespace, string taskQueue)
    {
        if (_queues.TryGetValue((@namespace, taskQueue), out var known))
        {
            return known;
        }

        var queue = _queues.GetOrAdd((@namespace, taskQueue), _ => new StartQueue(timeProvider, post));
        if (_limits.TryGetValue((@namespace, taskQueue), out var limits))
        {
            queue.Apply(limits);
        }

        if (_isOpen)
        {
            queue.Open();
        }

        return queue;
    }
}
