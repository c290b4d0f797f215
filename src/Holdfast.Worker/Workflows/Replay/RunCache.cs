using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Keeps the code state of the runs that were used last, so that a task need not replay its history.</summary>
/// <remarks>Threading: safe from any thread. A run is taken out while it is used.</remarks>
internal sealed class RunCache(int capacity, CacheInstruments? instruments)
{
    private readonly Lock gate = new();
    private readonly Dictionary<RunId, LinkedListNode<WorkflowRun>> byRun = [];
    private readonly LinkedList<WorkflowRun> byUse = new();

    public int Count
    {
        get
        {
            lock (gate)
            {
                return byRun.Count;
            }
        }
    }

    /// <summary>Looks at a run, which stays; null when it is not here.</summary>
    public WorkflowRun? Find(RunId runId)
    {
        lock (gate)
        {
            return byRun.TryGetValue(runId, out var node) ? node.Value : null;
        }
    }

    /// <summary>Takes a run out; null when it is not here.</summary>
    public WorkflowRun? Take(RunId runId)
    {
        lock (gate)
        {
            if (!byRun.Remove(runId, out var node))
            {
                return null;
            }

            byUse.Remove(node);
            return node.Value;
        }
    }

    /// <summary>Puts a run in as the one used last; the one not used for longest goes when there is no room.</summary>
    public void Put(WorkflowRun run)
    {
        lock (gate)
        {
            if (byRun.Remove(run.RunId, out var stale))
            {
                byUse.Remove(stale);
            }

            byRun.Add(run.RunId, run.CacheNode);
            byUse.AddLast(run.CacheNode);
            while (byRun.Count > capacity)
            {
                byRun.Remove(byUse.First!.Value.RunId);
                byUse.RemoveFirst();
                instruments?.Evicted();
            }
        }
    }
}
