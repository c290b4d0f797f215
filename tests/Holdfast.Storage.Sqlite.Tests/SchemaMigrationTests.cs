using Holdfast.Protocol;
using Holdfast.Storage.Conformance;

namespace Holdfast.Storage.Sqlite.Tests;

public sealed class SchemaMigrationTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SqliteSettledStore? _opened;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SqliteSettledStore Store => _opened ?? throw new InvalidOperationException("The store is not open.");

    public async ValueTask InitializeAsync() => _opened = await OpenAsync(await SchemaFixture.Version1Async(Token), SqliteSettledStoreOptions.DefaultFileName);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("", "order-2 order-1")]
    [InlineData("Region = 'eu'", "order-1")]
    [InlineData("Amount > 11", "order-1")]
    [InlineData("Tags = 'b' AND Region = 'us'", "order-2")]
    [InlineData("ParentWorkflowId = 'parent'", "order-2")]
    [InlineData("ExecutionTime = '2026-03-01T00:00:01Z'", "order-1")]
    [InlineData("RootWorkflowId IS NULL AND StateTransitionCount = 0 ORDER BY StartTime ASC", "order-1 order-2")]
    public async Task Runs_of_version_1_are_listed_by_their_attributes(string filter, string expected) =>
        Assert.Equal(expected, await ListAsync("default", filter));

    [Fact]
    public async Task An_attribute_that_names_no_type_is_indexed_as_it_looks() =>
        Assert.Equal("order-3", await ListAsync("other", "Region = 'eu'"));

    [Fact]
    public async Task Runs_of_version_1_are_whole_and_can_be_settled_again()
    {
        Assert.Equal(3, (await Store.LoadAsync(new SampleRun(1).RunId, Token))!.Summary.RecordCount);

        var again = new SampleRun(1).Open(coveredLsn: 20, firstRecordIndex: 3, recordCount: 2);
        await Store.SettleAsync([again with { Info = again.Info with { SearchAttributes = PayloadMap.Of([new("Region", SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword("us")))]) } }], Token);

        Assert.Equal("order-2 order-1", await ListAsync("default", "Region = 'us'"));
        Assert.Equal(string.Empty, await ListAsync("default", "Amount > 11"));
        Assert.Empty(await Store.VerifyAsync(Token));
    }

    [Fact]
    public async Task Runs_of_version_2_are_listed_as_those_of_version_1_are()
    {
        await using var store = await OpenAsync(await SchemaFixture.Version2Async(Token), "version-2.db");

        Assert.Equal("order-1", await ListAsync(store, "default", "Region = 'eu' AND Amount > 11"));
        Assert.Empty(await store.VerifyAsync(Token));
    }

    private async Task<SqliteSettledStore> OpenAsync(string sql, string name)
    {
        var path = _folder.File(name);
        RawFile.Execute(path, sql);
        return await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = path }, Token);
    }

    private Task<string> ListAsync(string @namespace, string filter) => ListAsync(Store, @namespace, filter);

    private static async Task<string> ListAsync(SqliteSettledStore store, string @namespace, string filter)
    {
        SearchAttributeTypesByUse types = new();
        foreach (var attribute in await store.ReadSearchAttributesAsync(Token))
        {
            types.Admit(attribute.Namespace, attribute.Name, attribute.Type);
        }

        var listed = await store.ListAsync(new RunListing { Namespace = @namespace, Filter = ListFilter.Parse(filter, @namespace, types) }, Token);
        return string.Join(' ', listed.Select(info => info.Execution.WorkflowId));
    }
}
