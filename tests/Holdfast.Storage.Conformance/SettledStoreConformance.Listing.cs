using Holdfast.Protocol;

namespace Holdfast.Storage.Conformance;

public abstract partial class SettledStoreConformance
{
    [Fact]
    public async Task Listing_shows_everything_that_was_settled_of_a_run()
    {
        var run = new SampleRun(1);
        var info = run.Info(WorkflowExecutionStatus.Failed, closedAt: 9) with
        {
            HistoryLength = 12,
            HistorySizeBytes = 3456,
            Parent = new ParentInfo("parents", new WorkflowExecution("parent", new SampleRun(0).RunId), 7),
            Memo = PayloadMap.Of([new("note", new Payload(Payload.JsonEncoding, new byte[] { 1, 2 }))]),
            SearchAttributes = PayloadMap.Of([new("customer", new Payload("custom/encoding", new byte[] { 3 }))]),
        };

        await SettleAsync(run.Open() with { Info = info });

        Assert.Equal(info, Assert.Single(await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" })));
    }

    [Fact]
    public async Task Listing_shows_the_newest_start_first()
    {
        await SettleAsync([.. new[] { 3, 1, 2 }.Select(second => new SampleRun(second).Open())]);

        var listed = await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" });

        Assert.Equal(["order-3", "order-2", "order-1"], listed.Select(info => info.Execution.WorkflowId));
    }

    [Fact]
    public async Task Every_filter_and_any_combination_of_them_must_match()
    {
        SampleRun[] runs =
        [
            new(1) { WorkflowId = "a-1" },
            new(2) { WorkflowId = "a-2", WorkflowType = "Refund" },
            new(3) { WorkflowId = "b-1" },
            new(4) { WorkflowId = "b-1", WorkflowType = "Refund" },
            new(5) { WorkflowId = "a-1", Namespace = "other" },
        ];
        await SettleAsync([.. runs.Select(run => run.Second % 2 == 0 ? run.Closed(closedAt: 20) : run.Open())]);

        foreach (var request in Requests())
        {
            var expected = runs.Where(run => Matches(run, request)).OrderByDescending(run => run.RunId).Select(run => run.RunId);
            Assert.Equal(expected, (await ListAsync(request)).Select(info => info.Execution.RunId));
        }
    }

    [Theory]
    [InlineData("order_", "order-1")]
    [InlineData("%", "order-1")]
    [InlineData("ORDER", "order-1")]
    [InlineData("order-1", "order-")]
    [InlineData("Ø", "Ö")]
    public async Task A_prefix_is_taken_literally(string prefix, string otherWorkflowId)
    {
        var matching = new SampleRun(1) { WorkflowId = prefix + "\uFFFD🧾" };
        var exact = new SampleRun(2) { WorkflowId = prefix };
        await SettleAsync(matching.Open(), exact.Open(), (new SampleRun(3) with { WorkflowId = otherWorkflowId }).Open());

        var listed = await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default", WorkflowIdPrefix = prefix });

        Assert.Equal([exact.RunId, matching.RunId], listed.Select(info => info.Execution.RunId));
    }

    [Fact]
    public async Task An_empty_prefix_matches_every_workflow_ID()
    {
        await SettleAsync(new SampleRun(1).Open());

        Assert.Single(await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default", WorkflowIdPrefix = string.Empty }));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gaps_though_runs_are_added_meanwhile()
    {
        await SettleAsync([.. Enumerable.Range(1, 25).Select(second => new SampleRun(second).Open())]);
        var request = new ListWorkflowExecutionsRequest { Namespace = "default", PageSize = 10 };
        var seen = new List<RunId>();
        RunId? before = null;
        for (var page = 1; page <= 3; page++)
        {
            var listed = await Store.ListAsync(request, before, Token);
            seen.AddRange(listed.Select(info => info.Execution.RunId));
            before = seen[^1];
            await SettleAsync(new SampleRun(100 + page).Open());
        }

        Assert.Equal(Enumerable.Range(1, 25).Reverse().Select(second => new SampleRun(second).RunId), seen);
        Assert.Empty(await Store.ListAsync(request, before, Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task A_page_size_out_of_range_is_refused(int pageSize)
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default", PageSize = pageSize }));

        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
    }

    private static IEnumerable<ListWorkflowExecutionsRequest> Requests() =>
        from workflowType in new[] { null, "Order", "Refund", "None" }
        from workflowId in new[] { null, "a-1", "b-1", "none" }
        from prefix in new[] { null, "a-", "b", "none" }
        from status in new WorkflowExecutionStatus?[] { null, WorkflowExecutionStatus.Running, WorkflowExecutionStatus.Completed }
        select new ListWorkflowExecutionsRequest { Namespace = "default", WorkflowType = workflowType, WorkflowId = workflowId, WorkflowIdPrefix = prefix, Status = status };

    private static bool Matches(SampleRun run, ListWorkflowExecutionsRequest request) =>
        run.Namespace == request.Namespace
        && (request.WorkflowType ?? run.WorkflowType) == run.WorkflowType
        && (request.WorkflowId ?? run.WorkflowId) == run.WorkflowId
        && run.WorkflowId.StartsWith(request.WorkflowIdPrefix ?? string.Empty, StringComparison.Ordinal)
        && (request.Status is null || request.Status == (run.Second % 2 == 0 ? WorkflowExecutionStatus.Completed : WorkflowExecutionStatus.Running));

    private Task<IReadOnlyList<WorkflowExecutionInfo>> ListAsync(ListWorkflowExecutionsRequest request) => Store.ListAsync(request, before: null, Token);
}
