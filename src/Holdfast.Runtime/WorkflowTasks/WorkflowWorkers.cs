using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The workers of the workflow code of an owner's runs, and the runs that wait for one.</summary>
internal sealed class WorkflowWorkers(ShardOwner owner)
{
    private readonly Dictionary<(string Namespace, string TaskQueue), List<RunEntry>> _waiting = [];

    /// <summary>The worker that a run's code is given to; null while there is none.</summary>
    public WorkerRegistration? Find(RunEntry run) => owner.Services.Matching.FindWorkflowWorker(run);

    /// <summary>The name of a run's worker; empty while there is none.</summary>
    public string IdentityOf(RunEntry run) => Find(run)?.Identity ?? string.Empty;

    /// <summary>The worker's cached state of a run is of no use any more.</summary>
    public void Evict(RunEntry run) => Find(run)?.Workflows?.Evict(run.RunId);

    /// <summary>The run has something to do and no worker.</summary>
    public void Await(RunEntry run)
    {
        var queue = (run.Workflow.Namespace, run.State.TaskQueue);
        if (!_waiting.TryGetValue(queue, out var runs))
        {
            _waiting[queue] = runs = [];
        }

        runs.Add(run);
    }

    /// <summary>Takes out the runs that wait for a worker of a task queue, by priority.</summary>
    public IEnumerable<RunEntry> TakeWaiting(string @namespace, string taskQueue) =>
        _waiting.Remove((@namespace, taskQueue), out var runs) ? runs.OrderBy(static r => Backlog<RunEntry>.LevelOf(r.State.Priority)) : [];
}
