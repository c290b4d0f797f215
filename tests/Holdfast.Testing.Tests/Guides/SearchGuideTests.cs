using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>The code of docs/guides/search-and-listing.md.</summary>
public sealed class SearchGuideTests
{
    [Fact]
    public async Task Runs_are_listed_and_counted_by_the_attributes_that_they_set()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddWorkflow<ParcelWorkflow>());
        var client = environment.Client;
        await client.StartWorkflowAsync((ParcelWorkflow w) => w.RunAsync(), Options("p-1", "eu", 120));
        await client.StartWorkflowAsync((ParcelWorkflow w) => w.RunAsync(), Options("p-2", "eu", 80));
        var delivered = await client.StartWorkflowAsync((ParcelWorkflow w) => w.RunAsync(), Options("p-3", "us", 500));
        await delivered.SignalAsync((ParcelWorkflow w) => w.DeliveredAsync());
        await delivered.ResultAsync();

        Assert.Equal(["p-1"], await SearchGuide.LargeAndOpenAsync(client));
        Assert.Equal("2 packed, 1 delivered", await SearchGuide.ByStageAsync(client));

        await environment.RestartAsync();
        Assert.Equal(["p-1"], await SearchGuide.LargeAndOpenAsync(client));
        Assert.Equal("2 packed, 1 delivered", await SearchGuide.ByStageAsync(client));
    }

    [Fact]
    public async Task Only_registered_attributes_are_taken_when_the_namespace_says_so()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddWorkflow<ParcelWorkflow>());
        var client = environment.Client;
        await SearchGuide.RegisterAsync(client);

        var refused = await Assert.ThrowsAsync<HoldfastException>(() => client.StartWorkflowAsync((ParcelWorkflow w) => w.RunAsync(), Options("p-1", "eu", 120)));

        Assert.Equal(ErrorCodes.SearchAttributeUnknown, refused.Code);
        Assert.Contains("It has Region, Stage.", refused.Message, StringComparison.Ordinal);
        await client.Namespaces.AddSearchAttributesAsync(new Dictionary<string, SearchAttributeType> { ["Amount"] = SearchAttributeType.Int });
        await client.StartWorkflowAsync((ParcelWorkflow w) => w.RunAsync(), Options("p-1", "eu", 120));
        Assert.Equal(["p-1"], await SearchGuide.LargeAndOpenAsync(client));
        await client.Namespaces.RemoveSearchAttributesAsync(["Amount"]);
        Assert.Equal(["Region", "Stage"], (await client.Namespaces.ListSearchAttributesAsync()).Registered.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_is_refused_with_the_place()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddWorkflow<ParcelWorkflow>());

        var error = await Assert.ThrowsAsync<HoldfastException>(() => environment.Client.CountWorkflowsAsync("ExecutionStatus = Running"));

        Assert.Equal(ErrorCodes.ListFilterSyntax, error.Code);
        Assert.Contains("at character 19: 'Running' stands where a value", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_waits_for_months_is_found_by_what_it_set_before()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddWorkflow<ParcelWorkflow>());
        await environment.Client.StartWorkflowAsync((ParcelWorkflow w) => w.RunAsync(), Options("p-1", "eu", 120));
        await environment.AdvanceAsync(TimeSpan.FromDays(60));

        Assert.Equal(["p-1"], await SearchGuide.LargeAndOpenAsync(environment.Client));
        Assert.Equal(0, (await environment.Client.CountWorkflowsAsync("Stage = 'delivered'")).Count);
    }

    private static WorkflowOptions Options(string id, string region, long amount) =>
        new() { Id = id, SearchAttributes = SearchAttributes.Of(SearchGuide.Region.Set(region), SearchGuide.Amount.Set(amount)) };
}
