using Holdfast.Protocol;

namespace Holdfast.Storage.Conformance;

public abstract partial class SettledStoreConformance
{
    private const int RandomRuns = 120;
    private const int RandomFilterCount = 400;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_filter_lists_and_counts_the_runs_that_memory_says_satisfy_it(int seed)
    {
        var generator = new RandomFilters(seed);
        var types = RandomFilters.Types();
        var settlements = Enumerable.Range(0, RandomRuns).Select(generator.Run).ToList();
        await SettleAsync([.. settlements]);
        var infos = settlements.Select(s => s.Info).OrderByDescending(i => i.Execution.RunId).ToList();
        var matchedCount = 0;
        for (var i = 0; i < RandomFilterCount; i++)
        {
            var text = generator.Text();
            var listing = new RunListing { Namespace = "default", Filter = ListFilter.Parse(text, "default", types), PageSize = 1_000 };
            var expected = infos.Where(listing.Shows).Select(info => info.Execution.RunId).ToList();

            var listed = await Store.ListAsync(listing, Token);
            var counted = await Store.CountAsync("default", listing.Filter, [.. expected.Take(1)], Token);

            Assert.True(expected.SequenceEqual(listed.Select(info => info.Execution.RunId)), text);
            Assert.True(Math.Max(0, expected.Count - 1) == counted.Sum(c => c.Count), text);
            matchedCount += expected.Count > 0 && expected.Count < infos.Count ? 1 : 0;
        }

        Assert.True(matchedCount > RandomFilterCount / 2, $"only {matchedCount} filters tell runs apart");
    }

    [Theory]
    [InlineData("ExecutionStatus")]
    [InlineData("WorkflowType")]
    [InlineData("ParentWorkflowId")]
    [InlineData("K")]
    [InlineData("I")]
    [InlineData("B")]
    [InlineData("Never")]
    public async Task Counts_are_grouped_as_memory_groups_them(string attribute)
    {
        var generator = new RandomFilters(seed: 4);
        var settlements = Enumerable.Range(0, RandomRuns).Select(generator.Run).ToList();
        await SettleAsync([.. settlements]);
        var listing = new RunListing { Namespace = "default", Filter = ListFilter.Parse($"HistoryLength > 0 GROUP BY {attribute}", "default", RandomFilters.Types()) };
        var except = settlements.Take(7).Select(s => s.Info.Execution.RunId).ToList();
        var expected = RunCounting.Of(settlements.Skip(7).Select(s => s.Info).Where(listing.Shows), listing.Filter.GroupBy).ToHashSet();

        var counted = await Store.CountAsync("default", listing.Filter, except, Token);

        Assert.Equal(expected, counted.ToHashSet());
        Assert.Equal(expected.Count, counted.Count);
    }

    [Fact]
    public async Task Runs_are_listed_oldest_first_page_by_page_when_asked()
    {
        await SettleAsync([.. Enumerable.Range(1, 9).Select(second => new SampleRun(second).Open())]);
        var listing = new RunListing { Namespace = "default", Filter = ListFilter.Parse("ORDER BY StartTime ASC", "default", RandomFilters.Types()), PageSize = 4 };
        List<RunId> seen = [];
        for (var page = await Store.ListAsync(listing, Token); page.Count > 0; page = await Store.ListAsync(listing with { Behind = seen[^1] }, Token))
        {
            seen.AddRange(page.Select(info => info.Execution.RunId));
        }

        Assert.Equal(Enumerable.Range(1, 9).Select(second => new SampleRun(second).RunId), seen);
    }

    [Fact]
    public async Task A_settlement_replaces_the_attributes_of_the_run_and_leaves_those_of_others()
    {
        await SettleAsync(Attributed(1, "eu"), Attributed(2, "eu"));
        await SettleAsync(Attributed(1, "us") with { CoveredLsn = 20, FirstRecordIndex = 3, RecordCount = 1, Records = SampleRun.Encode(SampleRun.Events(3, 1)) });

        Assert.Equal(["order-2"], await ListedAsync("Region = 'eu'"));
        Assert.Equal(["order-1"], await ListedAsync("Region = 'us'"));
        Assert.Equal(["order-2", "order-1"], await ListedAsync("Region IN ('eu', 'us')"));
    }

    [Fact]
    public async Task The_attributes_of_a_deleted_run_are_gone()
    {
        var run = Attributed(1, "eu");
        await SettleAsync(run with { Info = new SampleRun(1).Info(WorkflowExecutionStatus.Completed, closedAt: 2) with { SearchAttributes = run.Info.SearchAttributes } });

        Assert.Equal(1, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(9), 10, lastLsn: 10, Token));

        Assert.Empty(await ListedAsync("Region = 'eu'"));
        Assert.Empty(await Store.CountAsync("default", ListFilter.Everything, [], Token));
    }

    [Fact]
    public async Task The_types_of_attributes_are_known_after_the_store_was_closed()
    {
        await SettleAsync(Attributed(1, "eu"), Attributed(2, "us"));
        await ReopenAsync();

        Assert.Equal([new RegisteredSearchAttribute("default", "Region", SearchAttributeType.Keyword)], await Store.ReadSearchAttributesAsync(Token));
    }

    [Fact]
    public async Task The_largest_filters_are_answered()
    {
        await SettleAsync(Attributed(1, "eu"));
        var wide = string.Join(" OR ", Enumerable.Repeat("Region = 'us'", ListFilter.MaximumConditions - 1)) + " OR Region = 'eu'";
        var deep = string.Concat(Enumerable.Repeat("NOT (", ListFilter.MaximumDepth / 2)) + "Region = 'eu'" + new string(')', ListFilter.MaximumDepth / 2);
        var mixed = string.Concat(Enumerable.Repeat("(Region IN ('us', 'a') AND Region = 'us' OR NOT Region = 'us' AND ", ListFilter.MaximumDepth - 1)) + "(Tags NOT IN ('a', 'b') OR Tags IS NULL)" + new string(')', ListFilter.MaximumDepth - 1);
        var branched = Branched(6);
        var many = $"Region IN ({string.Join(", ", Enumerable.Repeat("'us'", ListFilter.MaximumValues - 1))}, 'eu')";

        foreach (var text in new[] { wide, mixed, branched, many, deep })
        {
            Assert.Equal(["order-1"], await ListedAsync(text));
        }
    }

    private static string Branched(int levels) => levels == 0 ? "Region != 'us'" : $"({Branched(levels - 1)} AND ({Branched(levels - 1)} OR Region = 'us'))";

    private static RunSettlement Attributed(int second, string region)
    {
        var settlement = new SampleRun(second).Open();
        return settlement with { Info = settlement.Info with { SearchAttributes = PayloadMap.Of([new("Region", SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword(region)))]) } };
    }

    private async Task<IReadOnlyList<string>> ListedAsync(string text)
    {
        SearchAttributeTypesByUse types = new();
        types.Admit("default", "Region", SearchAttributeType.Keyword);
        types.Admit("default", "Tags", SearchAttributeType.KeywordList);
        var listed = await Store.ListAsync(new RunListing { Namespace = "default", Filter = ListFilter.Parse(text, "default", types) }, Token);
        return [.. listed.Select(info => info.Execution.WorkflowId)];
    }
}
