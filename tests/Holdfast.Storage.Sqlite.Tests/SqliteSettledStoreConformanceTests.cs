using Holdfast.Storage.Conformance;

namespace Holdfast.Storage.Sqlite.Tests;

public sealed class SqliteSettledStoreConformanceTests : SettledStoreConformance
{
    private readonly TemporaryFolder folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override async ValueTask<ISettledStore> OpenAsync() =>
        await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = folder.File(SqliteSettledStoreOptions.DefaultFileName) }, Token);
}
