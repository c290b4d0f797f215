using Holdfast.Storage.Conformance;

namespace Holdfast.Storage.Sqlite.Tests;

public sealed class SqliteSettledStoreConformanceTests : SettledStoreConformance
{
    private readonly TemporaryFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override async ValueTask<ISettledStore> OpenAsync() =>
        await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = _folder.File(SqliteSettledStoreOptions.DefaultFileName) }, Token);
}
