using System.Text;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Storage.Conformance;

public abstract partial class SettledStoreConformance
{
    [Fact]
    public async Task Namespaces_are_read_as_they_were_written_last_also_after_reopening()
    {
        var shop = new NamespaceInfo
        {
            Name = "shop",
            Id = Guid.Parse("0199f3a2-7c1e-7000-8000-000000000001"),
            State = NamespaceState.Deprecated,
            Description = "what is sold, räume",
            OwnerEmail = "ada@example.org",
            Data = new Dictionary<string, string>(StringComparer.Ordinal) { ["team"] = "till" },
            Retention = TimeSpan.FromHours(72),
            RegisteredSearchAttributesOnly = true,
            SearchAttributes = new Dictionary<string, SearchAttributeType>(StringComparer.Ordinal) { ["Region"] = SearchAttributeType.Keyword },
            RemovedSearchAttributes = ["Stage"],
            CreateTime = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero),
        };
        await Store.WriteNamespaceAsync(new NamespaceInfo { Name = "shop" }, Token);
        await Store.WriteNamespaceAsync(new NamespaceInfo { Name = "default" }, Token);
        await Store.WriteNamespaceAsync(shop, Token);

        await ReopenAsync();

        var read = (await Store.ReadRegisteredNamespacesAsync(Token)).ToDictionary(n => n.Name, StringComparer.Ordinal);
        Assert.Equal(["default", "shop"], read.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Encoding.UTF8.GetString(NamespaceCodec.Write(shop)), Encoding.UTF8.GetString(NamespaceCodec.Write(read["shop"])));
        Assert.Equal((shop.Retention, shop.State, shop.CreateTime), (read["shop"].Retention, read["shop"].State, read["shop"].CreateTime));
        Assert.Null(read["default"].Retention);
    }

    [Fact]
    public async Task A_namespace_that_was_removed_is_forgotten_with_its_search_attributes()
    {
        var run = new SampleRun(1).Closed(closedAt: 4);
        await SettleAsync(run with { Info = run.Info with { SearchAttributes = PayloadMap.Of([new("Region", SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword("eu")))]) } });
        await Store.WriteNamespaceAsync(new NamespaceInfo { Name = run.Info.Namespace }, Token);
        Assert.Contains("Region", (await Store.ReadSearchAttributesAsync(Token)).Select(a => a.Name));
        await Store.DeleteAsync(run.Info.Execution.RunId, 100, Token);

        await Store.RemoveNamespaceAsync(run.Info.Namespace, Token);
        await Store.RemoveNamespaceAsync(run.Info.Namespace, Token);

        Assert.Empty(await Store.ReadRegisteredNamespacesAsync(Token));
        Assert.Empty(await Store.ReadSearchAttributesAsync(Token));
    }
}
