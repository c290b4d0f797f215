using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Keeps the code state of the runs that were used last, so that a task need not replay its history.</summary>
/// <remarks>
/// Threading: safe from any thread. A run is taken out while it is used. No list in the order of use is kept: with each task it would change two runs that have
/// nothing to do with the task, and with thousands in flight each of them has to come from memory first. Instead each run has the number of its last use, and
/// when there is no room the eighth that was not used for longest goes at once.
/// </remarks>
internal sealed class RunCache(int capacity, CacheInstruments? instruments)
{
    private const int PartEvicted = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<RunId, WorkflowRun> _runs = [];
    private long _uses;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _runs.Count;
            }
        }
    }

    /// <summary>Looks at a run, which stays; null when it is not here.</summary>
    public WorkflowRun? Find(RunId runId)
    {
        lock (_gate)
        {
            return _runs.GetValueOrDefault(runId);
        }
    }

    /// <summary>Looks at several runs, as <see cref="Find(RunId)"/>.</summary>
    /// <param name="runIds">The runs.</param>
    /// <param name="found">Of the same length: what is here of them.</param>
    public void Find(ReadOnlySpan<RunId> runIds, Span<WorkflowRun?> found)
    {
        lock (_gate)
        {
            for (var i = 0; i < runIds.Length; i++)
            {
                found[i] = _runs.GetValueOrDefault(runIds[i]);
            }
        }
    }

    /// <summary>Takes a run out; null when it is not here.</summary>
    public WorkflowRun? Take(RunId runId)
    {
        lock (_gate)
        {
            return _runs.Remove(runId, out var run) ? run : null;
        }
    }

    /// <summary>Puts a run in as the one used last; when there is no room, others go.</summary>
    public void Put(WorkflowRun run)
    {
        lock (_gate)
        {
            run.LastUse = ++_uses;
            _runs[run.RunId] = run;
            if (_runs.Count > capacity)
            {
                Evict(Math.Max(_runs.Count - capacity, capacity / PartEvicted));
            }
        }
    }

    private void Evict(int count)
    {
        var oldest = _runs.Values.ToArray();
        Array.Sort(oldest, static (x, y) => x.LastUse.CompareTo(y.LastUse));
        foreach (var run in oldest.AsSpan(0, count))
        {
            _runs.Remove(run.RunId);
            instruments?.Evicted();
        }
    }
}
