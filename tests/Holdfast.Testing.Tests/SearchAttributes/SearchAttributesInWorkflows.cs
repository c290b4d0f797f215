using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class SearchAttributesInWorkflows : ShopTest
{
    [Fact]
    public async Task A_workflow_reads_and_changes_its_attributes_and_memo_and_describing_shows_them()
    {
        var handle = await Client.StartWorkflowAsync(() => NotedFlows.ShipAsync("fragile"), new WorkflowOptions
        {
            SearchAttributes = SearchAttributes.Of(Keys.Region.Set("eu"), Keys.Amount.Set(12)),
            Memo = new Dictionary<string, object?> { ["draft"] = true, ["customer"] = "Bob" },
        });
        var packed = (await handle.DescribeAsync()).Info;
        Assert.Equal("packed", packed.GetSearchAttributes().Get(Keys.Stage));
        Assert.Equal(["fragile"], packed.GetSearchAttributes().Get(Keys.Tags));
        Assert.Equal(12, packed.GetSearchAttributes().Get(Keys.Amount));
        Assert.Equal(["customer", "packedBy"], packed.Memo.Keys);
        Assert.Equal("Ada", packed.MemoValue<string>("packedBy"));
        await Environment.RestartAsync();

        Assert.Equal("eu shipped False Ada", await handle.ResultAsync());
        Assert.False((await handle.DescribeAsync()).Info.GetSearchAttributes().Contains(Keys.Region));
    }

    [Fact]
    public async Task History_names_the_type_of_each_attribute()
    {
        var handle = await Client.StartWorkflowAsync(() => NotedFlows.ShipAsync("x"), new WorkflowOptions { SearchAttributes = SearchAttributes.Of(Keys.Region.Set("eu")) });
        await handle.ResultAsync();

        List<UpsertWorkflowSearchAttributes> upserts = [];
        await foreach (var recorded in handle.FetchHistoryAsync())
        {
            if (recorded.Attributes is UpsertWorkflowSearchAttributes upserted)
            {
                upserts.Add(upserted);
            }
        }

        Assert.Equal([SearchAttributeType.Keyword, SearchAttributeType.KeywordList], upserts[0].SearchAttributes.Values.Select(SearchAttributePayload.TypeOf));
        Assert.True(SearchAttributePayload.IsUnset(upserts[1].SearchAttributes["Region"]));
    }

    [Fact]
    public async Task Continue_as_new_carries_attributes_and_memo()
    {
        Assert.Equal("3 3", await Client.ExecuteWorkflowAsync(() => NotedFlows.HandOverAsync(3)));
    }

    [Fact]
    public async Task A_child_has_the_attributes_that_its_parent_gives_and_knows_its_root()
    {
        var parent = await Client.StartWorkflowAsync(() => NotedFlows.ParentAsync(), new WorkflowOptions { Id = "parent" });
        await parent.ResultAsync();

        var child = (await Client.GetWorkflowHandle("child").DescribeAsync()).Info;
        Assert.Equal("shipped", child.GetSearchAttributes().Get(Keys.Stage));
        Assert.Equal(new WorkflowExecution("parent", parent.RunId), child.Root);
    }

    [Fact]
    public async Task Another_type_than_the_registered_one_is_refused_at_the_start_and_fails_the_task_later()
    {
        await Client.ExecuteWorkflowAsync(() => NotedFlows.ShipAsync("x"), new WorkflowOptions { SearchAttributes = SearchAttributes.Of(Keys.Region.Set("eu")) });

        var refused = await Assert.ThrowsAsync<HoldfastException>(() => Client.StartWorkflowAsync(
            () => NotedFlows.ShipAsync("x"),
            new WorkflowOptions { SearchAttributes = SearchAttributes.Of(SearchAttributeKey.Double("Region").Set(1)) }));
        Assert.Equal(ErrorCodes.SearchAttributeTypeConflict, refused.Code);

        var stuck = await Client.StartWorkflowAsync(() => NotedFlows.ConflictAsync());
        var task = (await stuck.DescribeAsync()).PendingWorkflowTask;
        Assert.Contains("registered as Keyword", task!.LastFailure!.Message, StringComparison.Ordinal);
    }
}
