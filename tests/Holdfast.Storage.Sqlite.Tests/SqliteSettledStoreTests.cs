using Holdfast.Protocol;
using Holdfast.Storage.Conformance;

namespace Holdfast.Storage.Sqlite.Tests;

public sealed class SqliteSettledStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File(SqliteSettledStoreOptions.DefaultFileName);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_newer_of_the_systems_and_the_bundled_SQLite_is_used()
    {
        var engine = SqliteEngine.Current;

        Assert.True(engine.Version >= new Version(3, 35, 0), $"{engine}");
        Assert.Contains(engine.Source, new[] { SqliteEngineSource.Bundled, SqliteEngineSource.System });
        Assert.Equal(engine.Version.ToString(), SQLitePCL.raw.sqlite3_libversion().utf8_to_string());
    }

    [Fact]
    public async Task The_folder_is_created_with_the_file()
    {
        var path = _folder.File("a/b/holdfast.db");

        await using var store = await OpenAsync(path);

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_settlement_is_flushed_and_logged_ahead()
    {
        await using var store = await OpenAsync(Path);
        await store.SettleAsync([new SampleRun(1).Open()], Token);

        Assert.True(new FileInfo(Path + "-wal").Length > 0);
        Assert.Equal("wal", RawFile.Read(Path, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Runs_with_large_histories_are_deleted_a_few_at_a_time()
    {
        await using var store = await OpenAsync(Path);
        for (var second = 1; second <= 4; second++)
        {
            var closed = new SampleRun(second).Closed(closedAt: 5);
            await store.SettleAsync([closed with { Info = closed.Info with { HistorySizeBytes = 10 << 20 } }], Token);
        }

        Assert.Equal(2, await store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, lastLsn: 10, Token));
        Assert.Equal(2, await store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, lastLsn: 10, Token));
        Assert.Equal(0, await store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, lastLsn: 10, Token));
    }

    [Fact]
    public async Task A_settled_run_is_there_when_the_process_dies_without_closing()
    {
        var run = new SampleRun(1);
        await using var store = await OpenAsync(Path);
        await store.SettleAsync([run.Open()], Token);

        // What a process leaves behind that was killed: the file and its log, as they are.
        var copy = _folder.File("copy.db");
        File.Copy(Path, copy);
        File.Copy(Path + "-wal", copy + "-wal");
        await using var recovered = await OpenAsync(copy);

        Assert.Equal(3, (await recovered.FindAsync(run.RunId, Token))?.RecordCount);
        Assert.Empty(await recovered.VerifyAsync(Token));
    }

    [Fact]
    public async Task A_file_of_another_program_is_refused_and_left_as_it_was()
    {
        RawFile.Execute(Path, "CREATE TABLE theirs (x)");
        var before = await File.ReadAllBytesAsync(Path, Token);

        await AssertOpenRefusedAsync(ErrorCodes.StoreForeignFile, Path);

        Assert.Equal(before, await File.ReadAllBytesAsync(Path, Token));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_was()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 200));
        await File.WriteAllTextAsync(Path, text, Token);

        await AssertOpenRefusedAsync(ErrorCodes.StoreForeignFile, Path);

        Assert.Equal(text, await File.ReadAllTextAsync(Path, Token));
    }

    [Fact]
    public async Task A_file_of_a_newer_schema_is_refused()
    {
        await (await OpenAsync(Path)).DisposeAsync();
        RawFile.Execute(Path, "PRAGMA user_version = 1000");

        await AssertOpenRefusedAsync(ErrorCodes.StoreSchemaUnsupported, Path);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_refused()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "in the way", Token);

        await AssertOpenRefusedAsync(ErrorCodes.StoreInaccessible, _folder.File("file/holdfast.db"));
    }

    [Fact]
    public async Task A_path_that_is_a_folder_is_refused()
    {
        Directory.CreateDirectory(Path);

        await AssertOpenRefusedAsync(ErrorCodes.StoreInaccessible, Path);
    }

    [Fact]
    public async Task A_lock_of_somebody_else_is_named_and_the_settlement_can_be_repeated()
    {
        var run = new SampleRun(1);
        await using var store = await OpenAsync(Path);
        using (RawFile.Lock(Path))
        {
            var error = await Assert.ThrowsAsync<HoldfastException>(() => store.SettleAsync([run.Open()], Token));
            Assert.Equal(ErrorCodes.StoreLocked, error.Code);
            Assert.Contains(Path, error.Message, StringComparison.Ordinal);
        }

        await store.SettleAsync([run.Open()], Token);

        Assert.NotNull(await store.FindAsync(run.RunId, Token));
    }

    [Fact]
    public async Task A_full_disk_is_named_and_the_settlement_can_be_repeated()
    {
        var run = new SampleRun(1);
        var data = new Payload(Payload.BinaryEncoding, new byte[SqliteSettledStoreOptions.LeastFileLimitBytes]);
        var large = run.Open(recordCount: 1) with
        {
            Records = SampleRun.Encode([new HistoryEvent(1, SampleRun.At(1), new WorkflowExecutionSignaled { SignalName = "s", Input = Payloads.Of(data) })]),
        };

        // SQLite reports a reached size limit exactly as it does a full disk.
        var limited = new SqliteSettledStoreOptions { Path = Path, MaximumFileBytes = SqliteSettledStoreOptions.LeastFileLimitBytes };
        await using (var store = await SqliteSettledStore.OpenAsync(limited, Token))
        {
            var error = await Assert.ThrowsAsync<HoldfastException>(() => store.SettleAsync([new SampleRun(2).Open(), large], Token));
            Assert.Equal(ErrorCodes.StoreDiskFull, error.Code);
            Assert.Null(await store.FindAsync(new SampleRun(2).RunId, Token));
            await store.SettleAsync([new SampleRun(2).Open()], Token);
        }

        await using var unlimited = await OpenAsync(Path);
        await unlimited.SettleAsync([large], Token);
        Assert.NotNull(await unlimited.LoadAsync(run.RunId, Token));
    }

    [Fact]
    public async Task Damage_of_the_file_is_found_by_verification()
    {
        await using (var store = await OpenAsync(Path))
        {
            await store.SettleAsync([.. Enumerable.Range(1, 500).Select(i => new SampleRun(i).Open())], Token);
            Assert.Empty(await store.VerifyAsync(Token));
        }

        DamagePagesFrom(page: 15);
        await using var damaged = await OpenAsync(Path);

        Assert.NotEmpty(await ProblemsOf(damaged));
    }

    [Fact]
    public async Task Records_that_are_missing_are_corruption()
    {
        var run = new SampleRun(1);
        await using (var store = await OpenAsync(Path))
        {
            await store.SettleAsync([run.Open()], Token);
            await store.SettleAsync([run.Open(coveredLsn: 20, firstRecordIndex: 3)], Token);
        }

        RawFile.Execute(Path, "DELETE FROM run_records WHERE first_index = 0");
        await using var damaged = await OpenAsync(Path);

        Assert.Equal(ErrorCodes.StoreCorrupt, (await Assert.ThrowsAsync<HoldfastException>(() => damaged.LoadAsync(run.RunId, Token))).Code);
        Assert.Contains(run.RunId.ToString(), Assert.Single(await damaged.VerifyAsync(Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_store_refuses_every_call()
    {
        var store = await OpenAsync(Path);
        await store.DisposeAsync();
        await store.DisposeAsync();

        Assert.Equal(ErrorCodes.StoreClosed, (await Assert.ThrowsAsync<HoldfastException>(() => store.SettleAsync([new SampleRun(1).Open()], Token))).Code);
        Assert.Equal(ErrorCodes.StoreClosed, (await Assert.ThrowsAsync<HoldfastException>(() => store.FindAsync(new SampleRun(1).RunId, Token))).Code);
    }

    [Fact]
    public async Task Reads_go_on_while_a_settlement_is_being_written()
    {
        var settled = new SampleRun(1);
        await using var store = await OpenAsync(Path);
        await store.SettleAsync([settled.Open()], Token);
        using (RawFile.Lock(Path))
        {
            Assert.NotNull(await store.LoadAsync(settled.RunId, Token));
            Assert.Single(await store.ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" }, before: null, Token));
        }
    }

    [Fact]
    public async Task A_wide_prefix_is_listed_newest_first_like_a_narrow_one()
    {
        await using var store = await OpenAsync(Path);
        var runs = Enumerable.Range(1, 10_050).Select(i => new SampleRun(i)).ToList();
        await store.SettleAsync([.. runs.Select(run => run.Open(recordCount: 1))], Token);

        var wide = await store.ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default", WorkflowIdPrefix = "order-", PageSize = 2 }, before: null, Token);
        var narrow = await store.ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default", WorkflowIdPrefix = "order-1000", PageSize = 3 }, before: null, Token);

        Assert.Equal(["order-10050", "order-10049"], wide.Select(info => info.Execution.WorkflowId));
        Assert.Equal(["order-10009", "order-10008", "order-10007"], narrow.Select(info => info.Execution.WorkflowId));
    }

    [Theory]
    [InlineData("", 1, 10)]
    [InlineData("x.db", 0, 10)]
    [InlineData("x.db", 65, 10)]
    [InlineData("x.db", 4, -1)]
    [InlineData("x.db", 4, 3601)]
    public async Task Options_out_of_range_are_refused(string path, int readerCount, int busySeconds)
    {
        var options = new SqliteSettledStoreOptions { Path = path, ReaderCount = readerCount, BusyTimeout = TimeSpan.FromSeconds(busySeconds) };

        var error = await Assert.ThrowsAsync<HoldfastException>(() => SqliteSettledStore.OpenAsync(options, Token));

        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
    }

    private static Task<SqliteSettledStore> OpenAsync(string path) =>
        SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = path, BusyTimeout = TimeSpan.Zero }, Token);

    private static async Task AssertOpenRefusedAsync(ErrorCode code, string path)
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => OpenAsync(path));
        Assert.Equal(code, error.Code);
        Assert.Contains("holdfast", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IReadOnlyList<string>> ProblemsOf(SqliteSettledStore store)
    {
        try
        {
            return await store.VerifyAsync(Token);
        }
        catch (HoldfastException error) when (error.Code == ErrorCodes.StoreCorrupt)
        {
            return [error.Message];
        }
    }

    private void DamagePagesFrom(int page)
    {
        const int PageBytes = 4096;
        using var file = File.OpenWrite(Path);
        file.Position = page * PageBytes;
        file.Write(new byte[4 * PageBytes].Select(_ => (byte)0xA5).ToArray());
    }
}
