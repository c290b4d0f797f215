using Holdfast.Protocol;

namespace Holdfast.Storage.Conformance;

public abstract partial class SettledStoreConformance
{
    [Fact]
    public async Task Runs_that_closed_before_the_given_time_are_deleted_with_their_records()
    {
        var expired = new SampleRun(1);
        var atTheLimit = new SampleRun(2);
        var open = new SampleRun(3);
        var elsewhere = new SampleRun(4) { Namespace = "other" };
        await SettleAsync(expired.Closed(closedAt: 9), atTheLimit.Closed(closedAt: 10), open.Open(), elsewhere.Closed(closedAt: 9));

        var deleted = await Store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, Token);

        Assert.Equal(1, deleted);
        Assert.Null(await Store.LoadAsync(expired.RunId, Token));
        Assert.Null(await Store.FindNewestAsync(expired.Workflow, Token));
        Assert.Null(await Store.FindByRequestIdAsync(expired.Workflow, expired.StartRequestId, Token));
        foreach (var kept in new[] { atTheLimit, open, elsewhere })
        {
            Assert.Equal(SampleRun.Events(0, 3), await RecordsOfAsync(kept));
        }
    }

    [Fact]
    public async Task A_run_that_owes_its_parent_a_notification_is_not_deleted()
    {
        var owing = new SampleRun(1);
        await SettleAsync(owing.Closed(closedAt: 5, owesParentNotification: true));

        Assert.Equal(0, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, Token));
        await SettleAsync(owing.Closed(closedAt: 5) with { CoveredLsn = 20 });
        Assert.Equal(1, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, Token));
    }

    [Fact]
    public async Task Deletion_takes_those_that_closed_first_and_stops_at_its_limit()
    {
        await SettleAsync([.. Enumerable.Range(1, 5).Select(second => new SampleRun(second).Closed(closedAt: 50 - second))]);

        Assert.Equal(2, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(100), 2, Token));

        var listed = await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" });
        Assert.Equal(["order-3", "order-2", "order-1"], listed.Select(info => info.Execution.WorkflowId));
        Assert.Equal(3, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(100), 10, Token));
        Assert.Equal(0, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(100), 10, Token));
    }

    [Fact]
    public async Task A_deletion_limit_below_one_is_refused()
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => Store.DeleteClosedBeforeAsync("default", SampleRun.At(1), 0, Token));

        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
    }

    [Fact]
    public async Task A_workflow_whose_newest_run_is_deleted_has_the_one_before_as_its_newest()
    {
        var older = new SampleRun(1) { WorkflowId = "same" };
        var newer = new SampleRun(2) { WorkflowId = "same" };
        await SettleAsync(older.Closed(closedAt: 50), newer.Closed(closedAt: 5));

        await Store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, Token);

        Assert.Equal(older.RunId, (await Store.FindNewestAsync(older.Workflow, Token))?.RunId);
    }
}
