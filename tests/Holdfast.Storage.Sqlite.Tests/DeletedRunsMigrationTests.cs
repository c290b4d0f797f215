using Holdfast.Storage.Conformance;

namespace Holdfast.Storage.Sqlite.Tests;

public sealed class DeletedRunsMigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File(SqliteSettledStoreOptions.DefaultFileName);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_of_the_version_before_keeps_its_runs_and_learns_which_were_deleted()
    {
        var kept = new SampleRun(1);
        var deleted = new SampleRun(2);
        RawFile.Execute(Path, await SchemaFixture.Version1Async(Token));
        await using (var store = await OpenAsync())
        {
            await store.DeleteAsync(deleted.RunId, 20, Token);
        }

        await using var again = await OpenAsync();
        Assert.Equal(3, (await again.LoadAsync(kept.RunId, Token))!.Summary.RecordCount);
        Assert.Equal(long.MaxValue, (await again.FindCoveredLsnsAsync([deleted.RunId], Token))[deleted.RunId]);
        Assert.Empty(await again.VerifyAsync(Token));
    }

    private Task<SqliteSettledStore> OpenAsync() => SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = Path }, Token);
}
