using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Holds runs that the journal need not hold: idle ones, closed ones, and what is covered of long active ones. The listing is read from it.</summary>
/// <remarks>
/// Durability: <see cref="SettleAsync"/> is one transaction, durable when it returns. Ordering: calls for one run come in order of <see cref="RunSettlement.CoveredLsn"/>.
/// Threading: safe from any thread; writes are made one at a time. Buffers: the store copies what it keeps before it returns.
/// Errors: <see cref="HoldfastException"/> with a code HF21xx; a failed settlement changes nothing and may be repeated. A call after disposal is refused
/// by stores that hold a file (<see cref="ErrorCodes.StoreClosed"/>).
/// Cancellation: a token that is canceled before the call begins stops it; a settlement whose commit has begun is not interrupted.
/// </remarks>
public interface ISettledStore : IAsyncDisposable
{
    /// <summary>Most runs whose covered positions may be asked for at once: 2,048.</summary>
    const int MostRunsAsked = 2_048;

    /// <summary>Writes runs, each with the journal position it covers, in one transaction.</summary>
    /// <remarks>
    /// A settlement may be repeated, alone or together with newer records: records that are stored already are left out, as <see cref="SettlementAppend"/> decides.
    /// A batch may hold several settlements of one run, in order. Settlements of runs that were deleted are left out: of those noted as
    /// deleted, and of those that closed before (<see cref="RunSettlement.IsAfterClose"/>) and are not in the store; these are noted again. What they refer to is released.
    /// </remarks>
    /// <exception cref="HoldfastException">
    /// <see cref="ErrorCodes.SettlementGap"/>, <see cref="ErrorCodes.SettlementStale"/> or <see cref="ErrorCodes.SettlementConflict"/> when a settlement
    /// does not fit what is stored; nothing of the batch is written then.
    /// </exception>
    Task SettleAsync(IReadOnlyList<RunSettlement> settlements, CancellationToken cancellationToken);

    /// <summary>Reads a run with all its records; null when it is not in the store.</summary>
    Task<SettledRun?> LoadAsync(RunId runId, CancellationToken cancellationToken);

    /// <summary>Reads several runs with all their records; those that are not in the store are left out. In no particular order.</summary>
    async Task<IReadOnlyList<SettledRun>> LoadManyAsync(IReadOnlyList<RunId> runIds, CancellationToken cancellationToken)
    {
        List<SettledRun> runs = new(runIds.Count);
        foreach (var runId in runIds)
        {
            if (await LoadAsync(runId, cancellationToken) is { } run)
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    /// <summary>The newest run of a workflow; null when the store has none.</summary>
    Task<SettledRunSummary?> FindNewestAsync(WorkflowKey workflow, CancellationToken cancellationToken);

    /// <summary>The newest run of each of several workflows, which may be named more than once; workflows of which the store has no run are left out.</summary>
    Task<IReadOnlyDictionary<WorkflowKey, RunId>> FindNewestOfManyAsync(IReadOnlyCollection<WorkflowKey> workflows, CancellationToken cancellationToken);

    /// <summary>The run that a start request made: the first of the workflow that carries the request ID; null when there is none or the ID is empty.</summary>
    Task<SettledRunSummary?> FindByRequestIdAsync(WorkflowKey workflow, string startRequestId, CancellationToken cancellationToken);

    /// <summary>A run's summary; null when it is not in the store.</summary>
    Task<SettledRunSummary?> FindAsync(RunId runId, CancellationToken cancellationToken);

    /// <summary>The journal positions that the store covers of several runs; runs that it never had are left out.</summary>
    /// <param name="runIds">The runs; at most <see cref="MostRunsAsked"/>.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/>: more are asked for.</exception>
    /// <remarks>A run that was deleted is covered without end (<see cref="long.MaxValue"/>): whatever the journal still has of it is of no account.</remarks>
    Task<IReadOnlyDictionary<RunId, long>> FindCoveredLsnsAsync(IReadOnlyCollection<RunId> runIds, CancellationToken cancellationToken);

    /// <summary>Every open run, in no particular order: what recovery needs before it reads the journal.</summary>
    IAsyncEnumerable<SettledRunSummary> ReadOpenRunsAsync(CancellationToken cancellationToken);

    /// <summary>The workflows that have runs in the store, each once, in no particular order. One whose first run is settled meanwhile may be left out.</summary>
    IAsyncEnumerable<WorkflowKey> ReadWorkflowsAsync(CancellationToken cancellationToken);

    /// <summary>Closed runs that still owe their parent a notification.</summary>
    IAsyncEnumerable<SettledRunSummary> ReadUnnotifiedRunsAsync(CancellationToken cancellationToken);

    /// <summary>Lists runs in the order of their start (run IDs sort by it), newest first unless the filter says otherwise.</summary>
    /// <remarks>Every adapter answers as <see cref="FilterEvaluator"/> does.</remarks>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the page size is not 1 to <see cref="ListingLimits.MaximumPageSize"/>.</exception>
    Task<IReadOnlyList<WorkflowExecutionInfo>> ListAsync(RunListing listing, CancellationToken cancellationToken);

    /// <summary>Counts the runs that satisfy a filter, those named excepted, by its group; in no particular order.</summary>
    Task<IReadOnlyList<RunCount>> CountAsync(string @namespace, ListFilter filter, IReadOnlyCollection<RunId> except, CancellationToken cancellationToken);

    /// <summary>Every search attribute that a settled run has had, with its type.</summary>
    Task<IReadOnlyList<RegisteredSearchAttribute>> ReadSearchAttributesAsync(CancellationToken cancellationToken);

    /// <summary>The namespaces that have runs in the store, in no particular order.</summary>
    Task<IReadOnlyList<string>> ReadNamespacesAsync(CancellationToken cancellationToken);

    /// <summary>Every namespace that was written and not removed, in no particular order.</summary>
    Task<IReadOnlyList<NamespaceInfo>> ReadRegisteredNamespacesAsync(CancellationToken cancellationToken);

    /// <summary>Writes a namespace in place of what was written of that name before; durable when it returns.</summary>
    Task WriteNamespaceAsync(NamespaceInfo info, CancellationToken cancellationToken);

    /// <summary>Forgets a namespace, and the search attributes that its runs, which are deleted, have had. May be repeated.</summary>
    Task RemoveNamespaceAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes runs that closed before the time given, those that closed first at first, at most <paramref name="limit"/>; gives their number.
    /// A run that still owes its parent a notification is kept. A store may delete fewer at a time, when their histories are large; but none only when none is left.
    /// </summary>
    /// <param name="namespace">The namespace.</param>
    /// <param name="closedBefore">Runs that closed at this time or later are kept.</param>
    /// <param name="limit">Most runs to delete; at least 1.</param>
    /// <param name="lastLsn">The journal may hold records of these runs up to this position: until it does no longer, the store knows that they were deleted.</param>
    /// <param name="cancellationToken">Stops the call before it begins.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the limit is less than 1.</exception>
    Task<int> DeleteClosedBeforeAsync(string @namespace, DateTimeOffset closedBefore, int limit, long lastLsn, CancellationToken cancellationToken);

    /// <summary>The runs that <see cref="DeleteClosedBeforeAsync"/> would delete, called again and again, in that order.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the limit is less than 1.</exception>
    Task<IReadOnlyList<RunId>> FindClosedBeforeAsync(string @namespace, DateTimeOffset closedBefore, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes a run, also one that was never settled. Nothing of it can be settled afterwards. May be repeated.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="lastLsn">The journal may hold records of the run up to this position: until it does no longer, the store knows that it was deleted.</param>
    /// <param name="cancellationToken">Stops the call before it begins.</param>
    Task DeleteAsync(RunId runId, long lastLsn, CancellationToken cancellationToken);

    /// <summary>As <see cref="DeleteAsync"/>, if the store has just so many records of the run: for who has read them, to keep them elsewhere.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="recordCount">Number of records that were read.</param>
    /// <param name="lastLsn">As for <see cref="DeleteAsync"/>.</param>
    /// <param name="cancellationToken">Stops the call before it begins.</param>
    /// <returns>Whether it was deleted; false when the store has other records of it, or nothing.</returns>
    Task<bool> DeleteUnchangedAsync(RunId runId, long recordCount, long lastLsn, CancellationToken cancellationToken);

    /// <summary>Every blob that the records of a run refer to (<see cref="RecordedBlobs"/>), each once, in no particular order.</summary>
    IAsyncEnumerable<BlobId> ReadBlobsAsync(CancellationToken cancellationToken);

    /// <summary>Those of some blobs that no run refers to, and that no deleted run did either, as far as that is remembered.</summary>
    /// <remarks>
    /// Blobs of runs that are deleted are remembered by the transaction that deletes them, until <see cref="ForgetReleasedBlobsAsync"/>: whoever got a reference from
    /// such a run may be about to give it to another.
    /// </remarks>
    Task<IReadOnlyList<BlobId>> FindUnusedBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken);

    /// <summary>Remembers blobs as if a run had been deleted that referred to them: for runs whose records were never settled.</summary>
    Task ReleaseBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken);

    /// <summary>Counts blobs as used for good: runs in the archive refer to them. May be repeated.</summary>
    Task KeepBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken);

    /// <summary>Notes the time for the blobs that were released since the last call, and forgets those for which an earlier time was noted than the other one given.</summary>
    /// <param name="now">The time to note.</param>
    /// <param name="releasedBefore">What was released before this time, by the times noted, is forgotten.</param>
    /// <param name="cancellationToken">Stops the call before it begins.</param>
    Task ForgetReleasedBlobsAsync(DateTimeOffset now, DateTimeOffset releasedBefore, CancellationToken cancellationToken);

    /// <summary>The limits of task queues that were set by a client, in no particular order.</summary>
    Task<IReadOnlyList<StoredTaskQueueLimits>> ReadTaskQueueLimitsAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the limits of a task queue, in place of those that were kept before; null forgets them. Durable when it returns.</summary>
    Task WriteTaskQueueLimitsAsync(string @namespace, string taskQueue, TaskQueueLimits? limits, CancellationToken cancellationToken);

    /// <summary>Forgets which runs were deleted, of those of which the journal, whose oldest record has the position given, holds nothing; gives their number.</summary>
    /// <param name="firstLsn">Position of the journal's oldest record.</param>
    /// <param name="limit">Most runs to forget; at least 1.</param>
    /// <param name="cancellationToken">Stops the call before it begins.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the limit is less than 1.</exception>
    Task<int> ForgetDeletedAsync(long firstLsn, int limit, CancellationToken cancellationToken);
}
