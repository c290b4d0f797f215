using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;
using Holdfast.Storage.Sqlite.Queries;
using Holdfast.Storage.Sqlite.Rows;

namespace Holdfast.Storage.Sqlite;

/// <summary>The settled store in one SQLite file. See docs/internals/settled-store.md.</summary>
/// <remarks>
/// One connection writes, on a thread of its own, and calls wait for it in order; several read beside it, on the thread pool. Waiting takes no thread.
/// A settlement is flushed to disk before it returns. After a failed flush the store refuses every call (<see cref="ErrorCodes.StoreClosed"/>).
/// </remarks>
public sealed class SqliteSettledStore : ISettledStore
{
    private readonly StoreFile _file;
    private readonly WriterThread _writerThread = new();
    private readonly ConnectionPool _writer;
    private readonly ConnectionPool _readers;

    private SqliteSettledStore(StoreFile file, SqliteSettledStoreOptions options, Connection writingConnection)
    {
        _file = file;
        _writer = new ConnectionPool(file, size: 1, _writerThread, () => StoreConnections.OpenWriter(file, options));
        _writer.Add(writingConnection);
        _readers = new ConnectionPool(file, options.ReaderCount, TaskScheduler.Default, () => StoreConnections.OpenReader(file, options));
    }

    /// <summary>Opens the file, or creates it with its folder.</summary>
    /// <exception cref="HoldfastException">
    /// <see cref="ErrorCodes.InvalidArgument"/> for options out of range, <see cref="ErrorCodes.StoreForeignFile"/>, <see cref="ErrorCodes.StoreSchemaUnsupported"/>,
    /// <see cref="ErrorCodes.StoreInaccessible"/>, <see cref="ErrorCodes.StoreEngineMissing"/>, or another code HF212x.
    /// </exception>
    public static Task<SqliteSettledStore> OpenAsync(SqliteSettledStoreOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        return Task.Run(() => Open(options), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SettleAsync(IReadOnlyList<RunSettlement> settlements, CancellationToken cancellationToken) =>
        _writer.RunAsync(
            connection => connection.InTransaction(
                "BEGIN IMMEDIATE",
                transaction =>
                {
                    var anyDeleted = DeletedRuns.Any(transaction);
                    foreach (var settlement in settlements)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        RunWriter.Settle(transaction, settlement, anyDeleted);
                    }

                    return true;
                }),
            cancellationToken);

    /// <inheritdoc/>
    public Task<SettledRun?> LoadAsync(RunId runId, CancellationToken cancellationToken) =>
        _readers.RunAsync(connection => connection.InTransaction("BEGIN", transaction => RunQueries.Load(transaction, runId)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SettledRun>> LoadManyAsync(IReadOnlyList<RunId> runIds, CancellationToken cancellationToken) =>
        _readers.RunAsync(connection => connection.InTransaction("BEGIN", transaction => RunQueries.LoadMany(transaction, runIds)), cancellationToken);

    /// <inheritdoc/>
    public Task<SettledRunSummary?> FindNewestAsync(WorkflowKey workflow, CancellationToken cancellationToken) =>
        _readers.RunAsync(connection => RunQueries.FindNewest(connection, workflow), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<WorkflowKey, RunId>> FindNewestOfManyAsync(IReadOnlyCollection<WorkflowKey> workflows, CancellationToken cancellationToken) =>
        _readers.RunAsync(connection => connection.InTransaction("BEGIN", transaction => RunQueries.FindNewestOfMany(transaction, workflows, cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task<SettledRunSummary?> FindByRequestIdAsync(WorkflowKey workflow, string startRequestId, CancellationToken cancellationToken) =>
        _readers.RunAsync(connection => RunQueries.FindByRequestId(connection, workflow, startRequestId), cancellationToken);

    /// <inheritdoc/>
    public Task<SettledRunSummary?> FindAsync(RunId runId, CancellationToken cancellationToken) =>
        _readers.RunAsync(connection => RunQueries.Find(connection, runId), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<RunId, long>> FindCoveredLsnsAsync(IReadOnlyCollection<RunId> runIds, CancellationToken cancellationToken)
    {
        CoveredLsns.CheckAsked(runIds);
        return _readers.RunAsync(connection => connection.InTransaction("BEGIN", transaction => RunQueries.FindCoveredLsns(transaction, runIds, cancellationToken)), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SettledRunSummary> ReadOpenRunsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var running in ScanAsync(RunQueries.ReadOpen, cancellationToken))
        {
            yield return running;
        }

        await foreach (var paused in ScanAsync(RunQueries.ReadPaused, cancellationToken))
        {
            yield return paused;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<SettledRunSummary> ReadUnnotifiedRunsAsync(CancellationToken cancellationToken) =>
        ScanAsync(RunQueries.ReadUnnotified, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkflowExecutionInfo>> ListAsync(RunListing listing, CancellationToken cancellationToken) =>
        _readers.RunAsync(
            connection =>
            {
                ListingLimits.Validate(listing);
                return ListingQuery.Run(connection, listing);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadNamespacesAsync(CancellationToken cancellationToken) => _readers.RunAsync(RunQueries.ReadNamespaces, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunCount>> CountAsync(string @namespace, ListFilter filter, IReadOnlyCollection<RunId> except, CancellationToken cancellationToken) =>
        _readers.RunAsync(connection => connection.InTransaction("BEGIN", transaction => CountingQuery.Run(transaction, @namespace, filter, except)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegisteredSearchAttribute>> ReadSearchAttributesAsync(CancellationToken cancellationToken) =>
        _readers.RunAsync(RunQueries.ReadSearchAttributes, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<NamespaceInfo>> ReadRegisteredNamespacesAsync(CancellationToken cancellationToken) => _readers.RunAsync(NamespaceRows.ReadAll, cancellationToken);

    /// <inheritdoc/>
    public Task WriteNamespaceAsync(NamespaceInfo info, CancellationToken cancellationToken) =>
        _writer.RunAsync(connection => connection.InTransaction("BEGIN IMMEDIATE", transaction => NamespaceRows.Write(transaction, info)), cancellationToken);

    /// <inheritdoc/>
    public Task RemoveNamespaceAsync(string name, CancellationToken cancellationToken) =>
        _writer.RunAsync(connection => connection.InTransaction("BEGIN IMMEDIATE", transaction => NamespaceRows.Remove(transaction, name)), cancellationToken);

    /// <inheritdoc/>
    public Task<int> DeleteClosedBeforeAsync(string @namespace, DateTimeOffset closedBefore, int limit, long lastLsn, CancellationToken cancellationToken) =>
        _writer.RunAsync(
            connection =>
            {
                ListingLimits.ValidateDeletion(limit);
                return connection.InTransaction("BEGIN IMMEDIATE", transaction => DeletionQuery.Run(transaction, @namespace, closedBefore, limit, lastLsn));
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunId>> FindClosedBeforeAsync(string @namespace, DateTimeOffset closedBefore, int limit, CancellationToken cancellationToken) =>
        _readers.RunAsync(
            connection =>
            {
                ListingLimits.ValidateDeletion(limit);
                return DeletionQuery.Find(connection, @namespace, closedBefore, limit);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(RunId runId, long lastLsn, CancellationToken cancellationToken) =>
        _writer.RunAsync(connection => connection.InTransaction("BEGIN IMMEDIATE", transaction => DeletionQuery.RunOne(transaction, runId, lastLsn)), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteUnchangedAsync(RunId runId, long recordCount, long lastLsn, CancellationToken cancellationToken) =>
        _writer.RunAsync(
            connection => connection.InTransaction("BEGIN IMMEDIATE", transaction => RunQueries.Find(transaction, runId)?.RecordCount == recordCount && DeletionQuery.RunOne(transaction, runId, lastLsn)),
            cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<WorkflowKey> ReadWorkflowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<WorkflowKey> page;
        WorkflowKey after = new(string.Empty, string.Empty);
        do
        {
            var from = after;
            page = await _readers.RunAsync(connection => WorkflowQueries.ReadPage(connection, from), cancellationToken);
            foreach (var workflow in page)
            {
                yield return workflow;
                after = workflow;
            }
        }
        while (page.Count == WorkflowQueries.PageSize);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobId> ReadBlobsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<BlobId> page;
        BlobId? after = null;
        do
        {
            var from = after;
            page = await _readers.RunAsync(connection => BlobQueries.ReadPage(connection, from), cancellationToken);
            foreach (var blob in page)
            {
                yield return blob;
                after = blob;
            }
        }
        while (page.Count == BlobQueries.PageSize);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<BlobId>> FindUnusedBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken) =>
        _readers.RunAsync(connection => connection.InTransaction("BEGIN", transaction => BlobQueries.FindUnused(transaction, blobs, cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken) =>
        _writer.RunAsync(connection => connection.InTransaction("BEGIN IMMEDIATE", transaction => BlobQueries.Release(transaction, blobs)), cancellationToken);

    /// <inheritdoc/>
    public Task KeepBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken) =>
        _writer.RunAsync(connection => connection.InTransaction("BEGIN IMMEDIATE", transaction => BlobQueries.Keep(transaction, blobs)), cancellationToken);

    /// <inheritdoc/>
    public Task ForgetReleasedBlobsAsync(DateTimeOffset now, DateTimeOffset releasedBefore, CancellationToken cancellationToken) =>
        _writer.RunAsync(connection => connection.InTransaction("BEGIN IMMEDIATE", transaction => BlobQueries.ForgetReleased(transaction, now, releasedBefore)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredTaskQueueLimits>> ReadTaskQueueLimitsAsync(CancellationToken cancellationToken) => _readers.RunAsync(LimitsQueries.Read, cancellationToken);

    /// <inheritdoc/>
    public Task WriteTaskQueueLimitsAsync(string @namespace, string taskQueue, TaskQueueLimits? limits, CancellationToken cancellationToken) =>
        _writer.RunAsync(connection => connection.InTransaction("BEGIN IMMEDIATE", transaction => LimitsQueries.Write(transaction, @namespace, taskQueue, limits)), cancellationToken);

    /// <inheritdoc/>
    public Task<int> ForgetDeletedAsync(long firstLsn, int limit, CancellationToken cancellationToken) =>
        _writer.RunAsync(
            connection =>
            {
                ListingLimits.ValidateDeletion(limit);
                return connection.InTransaction("BEGIN IMMEDIATE", transaction => DeletedRuns.Forget(transaction, firstLsn, limit));
            },
            cancellationToken);

    /// <summary>Reads the whole file and looks for damage; gives a line for each problem, none when the store is sound.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.StoreCorrupt"/> when the damage leaves nothing to be looked at.</exception>
    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken) =>
        _readers.RunAsync(connection => VerificationQuery.Run(connection, cancellationToken), cancellationToken);

    /// <summary>Waits for the calls under way and closes the file; later calls are refused.</summary>
    public async ValueTask DisposeAsync()
    {
        _file.Close();
        await _readers.DisposeAsync();
        await _writer.DisposeAsync();
        _writerThread.Dispose();
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The store owns the connection.")]
    private static SqliteSettledStore Open(SqliteSettledStoreOptions options)
    {
        _ = SqliteEngine.Current;
        var opened = new StoreFile(Path.GetFullPath(options.Path));
        CreateFolder(opened.Path);
        return new SqliteSettledStore(opened, options, StoreConnections.OpenWriter(opened, options));
    }

    private static void CreateFolder(string path)
    {
        var folder = Path.GetDirectoryName(path);
        try
        {
            Directory.CreateDirectory(folder ?? Path.DirectorySeparatorChar.ToString());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HoldfastException(ErrorCodes.StoreInaccessible, $"The folder {folder} of the settled store cannot be created; check its path and permissions.", error);
        }
    }

    private async IAsyncEnumerable<SettledRunSummary> ScanAsync(
        Func<Connection, RunId, IReadOnlyList<SettledRunSummary>> readPage,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<SettledRunSummary> page;
        var after = RunId.None;
        do
        {
            var from = after;
            page = await _readers.RunAsync(connection => readPage(connection, from), cancellationToken);
            foreach (var summary in page)
            {
                yield return summary;
                after = summary.RunId;
            }
        }
        while (page.Count == RunQueries.ScanPageSize);
    }
}
