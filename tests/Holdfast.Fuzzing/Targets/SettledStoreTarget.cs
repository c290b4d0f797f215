using Holdfast.Protocol;
using Holdfast.Storage;
using Holdfast.Storage.Sqlite;

namespace Holdfast.Fuzzing;

/// <summary>
/// The settled store's file and its write-ahead log, of which one page is damaged: everything is read, and one thing written. An input begins with the file and the
/// page that it stands for.
/// </summary>
internal sealed class SettledStoreTarget() : FuzzTarget(
    "settled-store",
    ErrorCodes.StoreForeignFile,
    ErrorCodes.StoreSchemaUnsupported,
    ErrorCodes.StoreCorrupt,
    ErrorCodes.StoreFailed,
    ErrorCodes.StoreLocked,
    ErrorCodes.StoreDiskFull,
    ErrorCodes.StoreInaccessible,
    ErrorCodes.CorruptData,
    ErrorCodes.SettlementGap,
    ErrorCodes.SettlementStale,
    ErrorCodes.SettlementConflict)
{
    private const int PageBytes = 4096;
    private const string FileName = "holdfast.db";
    private const string LogSuffix = "-wal";
    private const string Namespace = "default";
    private static readonly string Folder = Directory.CreateTempSubdirectory("holdfast-fuzz-").FullName;

#pragma warning disable VSTHRD011 // Samples are asked for by a thread that nothing in the store waits for.
    private static readonly Lazy<byte[][]> Written = new(static () => WriteAsync().GetAwaiter().GetResult());
#pragma warning restore VSTHRD011

    static SettledStoreTarget() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>The file and the log. Not of the type's initialization, for which the threads of the store would wait.</summary>
    private static byte[][] Originals => Written.Value;

    public override IReadOnlyList<byte[]> Samples => [.. Originals.SelectMany((content, file) => Enumerable.Range(0, (content.Length + PageBytes - 1) / PageBytes).Select(page => (byte[])[(byte)file, (byte)page, .. content.AsSpan(page * PageBytes, Math.Min(PageBytes, content.Length - (page * PageBytes)))]))];

    /// <summary>A store is opened for each.</summary>
    public override int Cost => 40;

    public override long AllowanceBytes(int inputBytes) => (8 << 20) + (64L * inputBytes);

    public override void Read(byte[] input)
    {
        var path = Path.Combine(Folder, FileName);
        for (var file = 0; file < Originals.Length; file++)
        {
            File.WriteAllBytes(path + (file == 0 ? string.Empty : LogSuffix), input.Length > 1 && input[0] % Originals.Length == file ? Damaged(Originals[file], input) : Originals[file]);
        }

        File.Delete(path + "-shm");
        UseAsync(path).GetAwaiter().GetResult();
    }

    private static byte[] Damaged(byte[] original, byte[] input)
    {
        var at = input[1] * PageBytes % Math.Max(original.Length, 1);
        byte[] content = [.. original];
        var given = input.AsSpan(2);
        if (given.Length > PageBytes || given.Length % 16 == 5)
        {
            return [.. content.AsSpan(0, at), .. given]; // cut off, or longer than it was
        }

        given[..Math.Min(given.Length, content.Length - at)].CopyTo(content.AsSpan(at));
        return content;
    }

    private static async Task UseAsync(string path)
    {
        await using var store = await OpenAsync(path);
        await foreach (var open in store.ReadOpenRunsAsync(CancellationToken.None))
        {
            _ = await store.LoadAsync(open.RunId, CancellationToken.None);
        }

        _ = await store.FindNewestAsync(new WorkflowKey(Namespace, "order-3"), CancellationToken.None);
        _ = await store.ReadRegisteredNamespacesAsync(CancellationToken.None);
        _ = await store.ReadTaskQueueLimitsAsync(CancellationToken.None);
        _ = await store.ReadSearchAttributesAsync(CancellationToken.None);
        _ = await store.FindClosedBeforeAsync(Namespace, DateTimeOffset.MaxValue, 10, CancellationToken.None);
        await store.SettleAsync([Settlement(99)], CancellationToken.None);
    }

    private static Task<SqliteSettledStore> OpenAsync(string path) => SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = path, ReaderCount = 1, BusyTimeout = TimeSpan.Zero }, CancellationToken.None);

    /// <summary>A file with runs in it, and a log that holds what came last.</summary>
    private static async Task<byte[][]> WriteAsync()
    {
        var path = Path.Combine(Folder, "original.db");
        await using (var before = await OpenAsync(path))
        {
            await before.SettleAsync([.. Enumerable.Range(1, 6).Select(Settlement)], CancellationToken.None);
            await before.WriteTaskQueueLimitsAsync(Namespace, "default", new TaskQueueLimits { MaxConcurrentActivities = 3 }, CancellationToken.None);
        }

        await using var store = await OpenAsync(path);
        await store.SettleAsync([Settlement(7)], CancellationToken.None);
        return [.. new[] { path, path + LogSuffix }.Where(File.Exists).Select(ReadShared)];
    }

    private static byte[] ReadShared(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    private static RunSettlement Settlement(int number)
    {
        var runId = new RunId(new Guid(number, 0x7d2e, 0x7c3a, 0x9f, 0x10, 0x6a, 0x3e, 0x0c, 0x5d, 0x8b, 0x21));
        var records = EncodedSamples.Of(w => Protocol.Codec.RunRecordCodec.Write(w, new HistoryEvent(1, DateTimeOffset.UnixEpoch, new TimerFired { TimerId = $"timer-{number}", StartedEventId = 5 })));
        return new RunSettlement
        {
            Info = new WorkflowExecutionInfo
            {
                Namespace = Namespace,
                Execution = new WorkflowExecution($"order-{number}", runId),
                WorkflowType = "Order",
                TaskQueue = "default",
                Status = number % 2 == 0 ? WorkflowExecutionStatus.Completed : WorkflowExecutionStatus.Running,
                StartTime = DateTimeOffset.UnixEpoch.AddSeconds(number),
                CloseTime = number % 2 == 0 ? DateTimeOffset.UnixEpoch.AddSeconds(number + 5) : null,
            },
            CoveredLsn = 10,
            FirstExecutionRunId = runId,
            StartRequestId = $"request-{number}",
            FirstRecordIndex = 0,
            RecordCount = 1,
            Records = records,
        };
    }
}
