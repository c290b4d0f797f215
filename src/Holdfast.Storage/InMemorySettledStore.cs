using System.Runtime.CompilerServices;
using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>A settled store in memory: the deterministic twin of the real ones, for simulation and for test environments.</summary>
/// <remarks>
/// Every call completes before it returns, on the caller's thread. What was settled lives as long as the object: disposing it loses nothing,
/// so that one object can stand for the disk under an engine that stops and starts again.
/// </remarks>
public sealed partial class InMemorySettledStore : ISettledStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<RunId, InMemoryRun> _runs = new(Comparer<RunId>.Create((left, right) => right.CompareTo(left)));
    private readonly Dictionary<WorkflowKey, SortedSet<RunId>> _runsByWorkflow = [];
    private readonly Dictionary<RunId, long> _lastLsnsOfDeleted = [];
    private readonly HashSet<RegisteredSearchAttribute> _searchAttributes = [];
    private readonly Dictionary<string, NamespaceInfo> _namespaces = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Namespace, string TaskQueue), TaskQueueLimits> _taskQueueLimits = [];
    private HoldfastException? _nextSettlementFailure;

    /// <summary>Makes the next settlement fail with the error given, without changing anything.</summary>
    public void FailNextSettlement(HoldfastException failure)
    {
        lock (_gate)
        {
            _nextSettlementFailure = failure;
        }
    }

    /// <inheritdoc/>
    public Task SettleAsync(IReadOnlyList<RunSettlement> settlements, CancellationToken cancellationToken) =>
        Complete(
            () =>
            {
                ThrowPlannedFailure();
                HashSet<RunId> begun = [.. settlements.Where(static s => !s.IsAfterClose).Select(static s => s.Info.Execution.RunId)];
                var ofDeleted = settlements.ToLookup(settlement => IsOfDeleted(settlement, begun));
                Commit(Settle([.. ofDeleted[false]]));
                foreach (var settlement in ofDeleted[true])
                {
                    Release(RecordedBlobs.In(settlement.Records.Span));
                    NoteDeleted(settlement.Info.Execution.RunId, settlement.CoveredLsn);
                }

                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<SettledRun?> LoadAsync(RunId runId, CancellationToken cancellationToken) =>
        Complete(() => _runs.TryGetValue(runId, out var run) ? new SettledRun(run.Summary, run.Chunks) : null, cancellationToken);

    /// <inheritdoc/>
    public Task<SettledRunSummary?> FindNewestAsync(WorkflowKey workflow, CancellationToken cancellationToken) =>
        Complete(() => RunsOf(workflow).Reverse().Select(runId => _runs[runId].Summary).FirstOrDefault(), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<WorkflowKey, RunId>> FindNewestOfManyAsync(IReadOnlyCollection<WorkflowKey> workflows, CancellationToken cancellationToken) =>
        Complete<IReadOnlyDictionary<WorkflowKey, RunId>>(
            () => workflows.Distinct().Where(workflow => RunsOf(workflow).Count > 0).ToDictionary(workflow => workflow, workflow => RunsOf(workflow).Max()),
            cancellationToken);

    /// <inheritdoc/>
    public Task<SettledRunSummary?> FindByRequestIdAsync(WorkflowKey workflow, string startRequestId, CancellationToken cancellationToken) =>
        Complete(
            () => startRequestId.Length == 0
                ? null
                : RunsOf(workflow).Select(runId => _runs[runId].Summary).FirstOrDefault(summary => summary.StartRequestId == startRequestId),
            cancellationToken);

    /// <inheritdoc/>
    public Task<SettledRunSummary?> FindAsync(RunId runId, CancellationToken cancellationToken) =>
        Complete(() => _runs.GetValueOrDefault(runId)?.Summary, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<RunId, long>> FindCoveredLsnsAsync(IReadOnlyCollection<RunId> runIds, CancellationToken cancellationToken) =>
        Complete<IReadOnlyDictionary<RunId, long>>(
            () =>
            {
                CoveredLsns.CheckAsked(runIds);
                Dictionary<RunId, long> covered = [];
                foreach (var runId in runIds)
                {
                    if (_lastLsnsOfDeleted.ContainsKey(runId))
                    {
                        covered[runId] = long.MaxValue;
                    }
                    else if (_runs.TryGetValue(runId, out var run))
                    {
                        covered[runId] = run.Summary.CoveredLsn;
                    }
                }

                return covered;
            },
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<SettledRunSummary> ReadOpenRunsAsync(CancellationToken cancellationToken) =>
        ReadAsync(summary => summary.Status is WorkflowExecutionStatus.Running or WorkflowExecutionStatus.Paused, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<SettledRunSummary> ReadUnnotifiedRunsAsync(CancellationToken cancellationToken) =>
        ReadAsync(summary => summary.OwesParentNotification, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkflowExecutionInfo>> ListAsync(RunListing listing, CancellationToken cancellationToken) =>
        Complete<IReadOnlyList<WorkflowExecutionInfo>>(
            () =>
            {
                ListingLimits.Validate(listing);
                var infos = _runs.Values.Select(run => run.Info);
                return [.. (listing.Filter.IsAscending ? infos.Reverse() : infos).Where(listing.Shows).Take(listing.PageSize)];
            },
            cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<WorkflowKey> ReadWorkflowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var workflow in await Complete(() => _runs.Values.Select(run => run.Summary.Workflow).Distinct().ToList(), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return workflow;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadNamespacesAsync(CancellationToken cancellationToken) =>
        Complete<IReadOnlyList<string>>(() => [.. _runs.Values.Select(run => run.Info.Namespace).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunCount>> CountAsync(string @namespace, ListFilter filter, IReadOnlyCollection<RunId> except, CancellationToken cancellationToken) =>
        Complete<IReadOnlyList<RunCount>>(
            () =>
            {
                var listing = new RunListing { Namespace = @namespace, Filter = filter };
                var left = except.ToHashSet();
                return [.. RunCounting.Of(_runs.Values.Select(run => run.Info).Where(info => !left.Contains(info.Execution.RunId) && listing.Shows(info)), filter.GroupBy)];
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegisteredSearchAttribute>> ReadSearchAttributesAsync(CancellationToken cancellationToken) =>
        Complete<IReadOnlyList<RegisteredSearchAttribute>>(() => [.. _searchAttributes], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<NamespaceInfo>> ReadRegisteredNamespacesAsync(CancellationToken cancellationToken) =>
        Complete<IReadOnlyList<NamespaceInfo>>(() => [.. _namespaces.Values], cancellationToken);

    /// <inheritdoc/>
    public Task WriteNamespaceAsync(NamespaceInfo info, CancellationToken cancellationToken) => Complete(() => _namespaces[info.Name] = info, cancellationToken);

    /// <inheritdoc/>
    public Task RemoveNamespaceAsync(string name, CancellationToken cancellationToken) =>
        Complete(
            () =>
            {
                _searchAttributes.RemoveWhere(attribute => attribute.Namespace == name);
                return _namespaces.Remove(name);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> DeleteClosedBeforeAsync(string @namespace, DateTimeOffset closedBefore, int limit, long lastLsn, CancellationToken cancellationToken) =>
        Complete(
            () =>
            {
                ListingLimits.ValidateDeletion(limit);
                var expired = ClosedBefore(@namespace, closedBefore, limit);
                expired.ForEach(run => Delete(run, lastLsn));
                return expired.Count;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunId>> FindClosedBeforeAsync(string @namespace, DateTimeOffset closedBefore, int limit, CancellationToken cancellationToken) =>
        Complete<IReadOnlyList<RunId>>(
            () =>
            {
                ListingLimits.ValidateDeletion(limit);
                return [.. ClosedBefore(@namespace, closedBefore, limit).Select(run => run.Summary.RunId)];
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(RunId runId, long lastLsn, CancellationToken cancellationToken) =>
        Complete(
            () =>
            {
                if (_runs.TryGetValue(runId, out var run))
                {
                    Delete(run, lastLsn);
                }

                NoteDeleted(runId, lastLsn);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteUnchangedAsync(RunId runId, long recordCount, long lastLsn, CancellationToken cancellationToken) =>
        Complete(
            () =>
            {
                var isUnchanged = _runs.TryGetValue(runId, out var run) && run.Summary.RecordCount == recordCount;
                if (isUnchanged)
                {
                    Delete(run!, lastLsn);
                }

                return isUnchanged;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredTaskQueueLimits>> ReadTaskQueueLimitsAsync(CancellationToken cancellationToken) =>
        Complete<IReadOnlyList<StoredTaskQueueLimits>>(
            () => [.. _taskQueueLimits.Select(entry => new StoredTaskQueueLimits(entry.Key.Namespace, entry.Key.TaskQueue, entry.Value))],
            cancellationToken);

    /// <inheritdoc/>
    public Task WriteTaskQueueLimitsAsync(string @namespace, string taskQueue, TaskQueueLimits? limits, CancellationToken cancellationToken) =>
        Complete(
            () =>
            {
                if (limits is null)
                {
                    return _taskQueueLimits.Remove((@namespace, taskQueue));
                }

                _taskQueueLimits[(@namespace, taskQueue)] = limits;
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> ForgetDeletedAsync(long firstLsn, int limit, CancellationToken cancellationToken) =>
        Complete(
            () =>
            {
                ListingLimits.ValidateDeletion(limit);
                var forgotten = _lastLsnsOfDeleted.Where(deleted => deleted.Value < firstLsn).Take(limit).ToList();
                forgotten.ForEach(deleted => _lastLsnsOfDeleted.Remove(deleted.Key));
                return forgotten.Count;
            },
            cancellationToken);

    /// <summary>Does nothing: see the remarks.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<T> Complete<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            lock (_gate)
            {
                return Task.FromResult(work());
            }
        }
        catch (HoldfastException error)
        {
            return Task.FromException<T>(error);
        }
    }

    private void ThrowPlannedFailure()
    {
        if (_nextSettlementFailure is { } failure)
        {
            _nextSettlementFailure = null;
            throw failure;
        }
    }

    /// <summary>Whether a run was deleted. It is noted as that; or it closed before what is settled now, so that the store had it, and the note was forgotten.</summary>
    private bool IsOfDeleted(RunSettlement settlement, HashSet<RunId> begunInBatch)
    {
        var runId = settlement.Info.Execution.RunId;
        return _lastLsnsOfDeleted.ContainsKey(runId) || (settlement.IsAfterClose && !_runs.ContainsKey(runId) && !begunInBatch.Contains(runId));
    }

    private Dictionary<RunId, InMemoryRun> Settle(IReadOnlyList<RunSettlement> settlements)
    {
        var settled = new Dictionary<RunId, InMemoryRun>(settlements.Count);
        foreach (var settlement in settlements)
        {
            var runId = settlement.Info.Execution.RunId;
            var stored = settled.GetValueOrDefault(runId) ?? _runs.GetValueOrDefault(runId);
            settled[runId] = InMemoryRun.Settle(stored, settlement);
        }

        return settled;
    }

    private void Commit(Dictionary<RunId, InMemoryRun> settled)
    {
        foreach (var (runId, run) in settled)
        {
            _runs[runId] = run;
            _searchAttributes.UnionWith(run.Info.SearchAttributes.Select(a => new RegisteredSearchAttribute(run.Info.Namespace, a.Key, SearchAttributePayload.Infer(a.Value))));
            if (!_runsByWorkflow.TryGetValue(run.Summary.Workflow, out var runIds))
            {
                _runsByWorkflow[run.Summary.Workflow] = runIds = [];
            }

            runIds.Add(runId);
        }
    }

    private List<InMemoryRun> ClosedBefore(string @namespace, DateTimeOffset closedBefore, int limit) =>
    [
        .. _runs.Values
            .Where(run => run.Info.Namespace == @namespace && run.Info.CloseTime < closedBefore && !run.Summary.OwesParentNotification)
            .OrderBy(run => run.Info.CloseTime)
            .ThenBy(run => run.Summary.RunId)
            .Take(limit),
    ];

    private SortedSet<RunId> RunsOf(WorkflowKey workflow) => _runsByWorkflow.GetValueOrDefault(workflow) ?? [];

    private void NoteDeleted(RunId runId, long lastLsn) => _lastLsnsOfDeleted[runId] = Math.Max(lastLsn, _lastLsnsOfDeleted.GetValueOrDefault(runId));

    private void Delete(InMemoryRun run, long lastLsn)
    {
        NoteDeleted(run.Summary.RunId, lastLsn);
        Release(run.Blobs);
        _runs.Remove(run.Summary.RunId);
        var runIds = _runsByWorkflow[run.Summary.Workflow];
        runIds.Remove(run.Summary.RunId);
        if (runIds.Count == 0)
        {
            _runsByWorkflow.Remove(run.Summary.Workflow);
        }
    }

    private async IAsyncEnumerable<SettledRunSummary> ReadAsync(Func<SettledRunSummary, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = await Complete(() => _runs.Values.Select(run => run.Summary).Where(isWanted).ToList(), cancellationToken);
        foreach (var summary in wanted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return summary;
        }
    }
}
