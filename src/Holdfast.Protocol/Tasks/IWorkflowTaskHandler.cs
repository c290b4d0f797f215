namespace Holdfast.Protocol;

/// <summary>Runs workflow tasks in the engine's own process.</summary>
/// <remarks>
/// Threading: called by a shard's owner, for one run never by two threads at a time. Blocking: the call runs workflow code up to its next wait, which takes
/// microseconds; the owner hands its loop to another thread when a call takes longer than its patience, so a slow call delays its own run alone. Ordering:
/// tasks of a run come in order; a task may come again with a higher attempt. Errors: whatever workflow code throws is reported in the result; an exception
/// out of this method counts as a failed task.
/// </remarks>
public interface IWorkflowTaskHandler
{
    /// <summary>Runs workflow code up to its next wait. The result is <see cref="WorkflowTaskResult.Suspended"/> when it waits for local activities.</summary>
    WorkflowTaskResult Execute(WorkflowTask task);

    /// <summary>Forgets the cached state of a run (it closed, or its task failed or was lost), and ends its local activities. Unknown runs are ignored.</summary>
    void Evict(RunId runId);

    /// <summary>
    /// Tasks of these runs come next, as it seems. A handler may read what it keeps of them, so that it is in the processor's caches when they come: what belongs to
    /// several runs can be read at the same time. It must not change anything. Does nothing by default.
    /// </summary>
    /// <param name="runIds">A few runs.</param>
    void ReadAhead(ReadOnlySpan<RunId> runIds)
    {
    }
}
