using System.Security.Cryptography;
using Holdfast.Protocol;
using Holdfast.Storage.Conformance;

namespace Holdfast.Storage.Sqlite.Tests;

public sealed class BlobReferencesMigrationTests : IDisposable
{
    private const string BackToVersion3 = "ALTER TABLE runs DROP COLUMN start_permit; DROP TABLE task_queue_limits; DROP TABLE namespaces; DROP TABLE archived_blobs; DROP TABLE run_blobs; DROP TABLE released_blobs; PRAGMA user_version = 3;";
    private static readonly BlobId Blob = BlobId.Of(SHA256.HashData([1]));
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File(SqliteSettledStoreOptions.DefaultFileName);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_blobs_of_runs_of_version_3_are_found_in_their_records()
    {
        var referring = new SampleRun(1);
        await using (var store = await OpenAsync())
        {
            await store.SettleAsync([referring.Open() with { RecordCount = 1, Records = SampleRun.ReferringTo([Blob]) }, new SampleRun(2).Open()], Token);
        }

        RawFile.Execute(Path, BackToVersion3);

        await using var again = await OpenAsync();
        Assert.Empty(await again.FindUnusedBlobsAsync([Blob], Token));
        await again.DeleteAsync(referring.RunId, 20, Token);
        Assert.Empty(await again.FindUnusedBlobsAsync([Blob], Token));
        await again.ForgetReleasedBlobsAsync(SampleRun.At(1), DateTimeOffset.UnixEpoch, Token);
        await again.ForgetReleasedBlobsAsync(SampleRun.At(3), SampleRun.At(2), Token);
        Assert.Equal([Blob], await again.FindUnusedBlobsAsync([Blob], Token));
        Assert.Empty(await again.VerifyAsync(Token));
    }

    private Task<SqliteSettledStore> OpenAsync() => SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = Path }, Token);
}
