using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>A settled store whose calls are measured while somebody listens. Streams are not: they last as long as their readers like.</summary>
internal sealed class MeasuredSettledStore(ISettledStore inner, CallInstruments instruments) : ISettledStore
{
    /// <inheritdoc/>
    public Task SettleAsync(IReadOnlyList<RunSettlement> settlements, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("Settle", () => inner.SettleAsync(settlements, cancellationToken));

    /// <inheritdoc/>
    public Task<SettledRun?> LoadAsync(RunId runId, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("Load", () => inner.LoadAsync(runId, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SettledRun>> LoadManyAsync(IReadOnlyList<RunId> runIds, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("LoadMany", () => inner.LoadManyAsync(runIds, cancellationToken));

    /// <inheritdoc/>
    public Task<SettledRunSummary?> FindNewestAsync(WorkflowKey workflow, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("FindNewest", () => inner.FindNewestAsync(workflow, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<WorkflowKey, RunId>> FindNewestOfManyAsync(IReadOnlyCollection<WorkflowKey> workflows, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("FindNewestOfMany", () => inner.FindNewestOfManyAsync(workflows, cancellationToken));

    /// <inheritdoc/>
    public Task<SettledRunSummary?> FindByRequestIdAsync(WorkflowKey workflow, string startRequestId, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("FindByRequestId", () => inner.FindByRequestIdAsync(workflow, startRequestId, cancellationToken));

    /// <inheritdoc/>
    public Task<SettledRunSummary?> FindAsync(RunId runId, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("Find", () => inner.FindAsync(runId, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<RunId, long>> FindCoveredLsnsAsync(IReadOnlyCollection<RunId> runIds, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("FindCoveredLsns", () => inner.FindCoveredLsnsAsync(runIds, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkflowExecutionInfo>> ListAsync(RunListing listing, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("List", () => inner.ListAsync(listing, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunCount>> CountAsync(string @namespace, ListFilter filter, IReadOnlyCollection<RunId> except, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("Count", () => inner.CountAsync(@namespace, filter, except, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegisteredSearchAttribute>> ReadSearchAttributesAsync(CancellationToken cancellationToken) =>
        instruments.MeasureAsync("ReadSearchAttributes", () => inner.ReadSearchAttributesAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadNamespacesAsync(CancellationToken cancellationToken) =>
        instruments.MeasureAsync("ReadNamespaces", () => inner.ReadNamespacesAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<NamespaceInfo>> ReadRegisteredNamespacesAsync(CancellationToken cancellationToken) =>
        instruments.MeasureAsync("ReadRegisteredNamespaces", () => inner.ReadRegisteredNamespacesAsync(cancellationToken));

    /// <inheritdoc/>
    public Task WriteNamespaceAsync(NamespaceInfo info, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("WriteNamespace", () => inner.WriteNamespaceAsync(info, cancellationToken));

    /// <inheritdoc/>
    public Task RemoveNamespaceAsync(string name, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("RemoveNamespace", () => inner.RemoveNamespaceAsync(name, cancellationToken));

    /// <inheritdoc/>
    public Task<int> DeleteClosedBeforeAsync(string @namespace, DateTimeOffset closedBefore, int limit, long lastLsn, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("DeleteClosedBefore", () => inner.DeleteClosedBeforeAsync(@namespace, closedBefore, limit, lastLsn, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunId>> FindClosedBeforeAsync(string @namespace, DateTimeOffset closedBefore, int limit, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("FindClosedBefore", () => inner.FindClosedBeforeAsync(@namespace, closedBefore, limit, cancellationToken));

    /// <inheritdoc/>
    public Task DeleteAsync(RunId runId, long lastLsn, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("Delete", () => inner.DeleteAsync(runId, lastLsn, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> DeleteUnchangedAsync(RunId runId, long recordCount, long lastLsn, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("DeleteUnchanged", () => inner.DeleteUnchangedAsync(runId, recordCount, lastLsn, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredTaskQueueLimits>> ReadTaskQueueLimitsAsync(CancellationToken cancellationToken) =>
        instruments.MeasureAsync("ReadTaskQueueLimits", () => inner.ReadTaskQueueLimitsAsync(cancellationToken));

    /// <inheritdoc/>
    public Task WriteTaskQueueLimitsAsync(string @namespace, string taskQueue, TaskQueueLimits? limits, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("WriteTaskQueueLimits", () => inner.WriteTaskQueueLimitsAsync(@namespace, taskQueue, limits, cancellationToken));

    /// <inheritdoc/>
    public Task<int> ForgetDeletedAsync(long firstLsn, int limit, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("ForgetDeleted", () => inner.ForgetDeletedAsync(firstLsn, limit, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<BlobId>> FindUnusedBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("FindUnusedBlobs", () => inner.FindUnusedBlobsAsync(blobs, cancellationToken));

    /// <inheritdoc/>
    public Task ReleaseBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("ReleaseBlobs", () => inner.ReleaseBlobsAsync(blobs, cancellationToken));

    /// <inheritdoc/>
    public Task KeepBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("KeepBlobs", () => inner.KeepBlobsAsync(blobs, cancellationToken));

    /// <inheritdoc/>
    public Task ForgetReleasedBlobsAsync(DateTimeOffset now, DateTimeOffset releasedBefore, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("ForgetReleasedBlobs", () => inner.ForgetReleasedBlobsAsync(now, releasedBefore, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BlobId> ReadBlobsAsync(CancellationToken cancellationToken) => inner.ReadBlobsAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<SettledRunSummary> ReadOpenRunsAsync(CancellationToken cancellationToken) => inner.ReadOpenRunsAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<WorkflowKey> ReadWorkflowsAsync(CancellationToken cancellationToken) => inner.ReadWorkflowsAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<SettledRunSummary> ReadUnnotifiedRunsAsync(CancellationToken cancellationToken) => inner.ReadUnnotifiedRunsAsync(cancellationToken);

    /// <summary>The store is not the engine's to dispose of.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
