using System.Security.Cryptography;
using Holdfast.Protocol;
using Holdfast.Storage.Conformance;

namespace Holdfast.Storage.Sqlite.Tests;

/// <summary>SQLite does not see to it that what depends on a run goes with it: that would copy every page that a deletion changes.</summary>
public sealed class DeletionTests : IDisposable
{
    private static readonly BlobId Blob = BlobId.Of(SHA256.HashData([1]));
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File(SqliteSettledStoreOptions.DefaultFileName);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_of_a_deleted_run_is_left_in_any_table()
    {
        await using (var store = await SettledAsync())
        {
            Assert.Equal(["1", "2", "2", "2"], CountRows());
            await store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, lastLsn: 10, Token);
            Assert.Equal(["0", "1", "1", "1"], CountRows());
            await store.DeleteAsync(new SampleRun(2).RunId, lastLsn: 10, Token);
        }

        Assert.Equal(["0", "0", "0", "0"], CountRows());
    }

    [Theory]
    [InlineData("run_records")]
    [InlineData("run_blobs")]
    [InlineData("run_attributes")]
    public async Task What_belongs_to_no_run_is_found_by_verification(string table)
    {
        await using var store = await SettledAsync();
        Assert.Empty(await store.VerifyAsync(Token));

        RawFile.Execute(Path, $"UPDATE {table} SET run_id = x'00000000000000000000000000000001' WHERE run_id = (SELECT min(run_id) FROM {table})");

        Assert.Contains(await store.VerifyAsync(Token), p => p.Contains($"rows of {table} refer to what is not there", StringComparison.Ordinal));
    }

    private IEnumerable<string> CountRows() =>
        [.. new[] { "run_blobs", "runs", "run_records", "run_attributes" }.Select(table => RawFile.Read(Path, $"SELECT count(*) FROM {table}"))];

    /// <summary>One run that is closed, one that is open; the first refers to a blob.</summary>
    private async Task<SqliteSettledStore> SettledAsync()
    {
        var store = await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = Path, BusyTimeout = TimeSpan.Zero }, Token);
        var closed = new SampleRun(1).Closed(closedAt: 5) with { RecordCount = 1, Records = SampleRun.ReferringTo([Blob]) };
        await store.SettleAsync([WithAttribute(closed), WithAttribute(new SampleRun(2).Open())], Token);
        return store;
    }

    private static RunSettlement WithAttribute(RunSettlement settlement) => settlement with
    {
        Info = settlement.Info with { SearchAttributes = PayloadMap.Of([new("Region", SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword("north")))]) },
    };
}
