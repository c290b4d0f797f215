using Holdfast.Protocol;

namespace Holdfast.Storage.Conformance;

public abstract partial class SettledStoreConformance
{
    private const long LastLsn = 10;

    [Fact]
    public async Task Runs_that_closed_before_the_given_time_are_deleted_with_their_records()
    {
        var expired = new SampleRun(1);
        var atTheLimit = new SampleRun(2);
        var open = new SampleRun(3);
        var elsewhere = new SampleRun(4) { Namespace = "other" };
        await SettleAsync(expired.Closed(closedAt: 9), atTheLimit.Closed(closedAt: 10), open.Open(), elsewhere.Closed(closedAt: 9));

        Assert.Equal([expired.RunId], await Store.FindClosedBeforeAsync("default", SampleRun.At(10), 100, Token));
        var deleted = await Store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, LastLsn, Token);

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

        Assert.Empty(await Store.FindClosedBeforeAsync("default", SampleRun.At(10), 100, Token));
        Assert.Equal(0, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, LastLsn, Token));
        await SettleAsync(owing.Closed(closedAt: 5) with { CoveredLsn = 20 });
        Assert.Equal(1, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, LastLsn, Token));
    }

    [Fact]
    public async Task Deletion_takes_those_that_closed_first_and_stops_at_its_limit()
    {
        await SettleAsync([.. Enumerable.Range(1, 5).Select(second => new SampleRun(second).Closed(closedAt: 50 - second))]);

        Assert.Equal(2, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(100), 2, LastLsn, Token));

        var listed = await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" });
        Assert.Equal(["order-3", "order-2", "order-1"], listed.Select(info => info.Execution.WorkflowId));
        Assert.Equal(3, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(100), 10, LastLsn, Token));
        Assert.Equal(0, await Store.DeleteClosedBeforeAsync("default", SampleRun.At(100), 10, LastLsn, Token));
    }

    [Fact]
    public async Task A_deletion_limit_below_one_is_refused()
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => Store.DeleteClosedBeforeAsync("default", SampleRun.At(1), 0, LastLsn, Token));

        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
    }

    [Fact]
    public async Task A_workflow_whose_newest_run_is_deleted_has_the_one_before_as_its_newest()
    {
        var older = new SampleRun(1) { WorkflowId = "same" };
        var newer = new SampleRun(2) { WorkflowId = "same" };
        await SettleAsync(older.Closed(closedAt: 50), newer.Closed(closedAt: 5));

        await Store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, LastLsn, Token);

        Assert.Equal(older.RunId, (await Store.FindNewestAsync(older.Workflow, Token))?.RunId);
    }

    [Fact]
    public async Task A_deleted_run_is_covered_without_end_until_the_journal_has_nothing_of_it()
    {
        var expired = new SampleRun(1);
        var kept = new SampleRun(2);
        await SettleAsync(expired.Closed(closedAt: 9), kept.Closed(closedAt: 10));
        await Store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, lastLsn: 50, Token);
        await ReopenAsync();

        Assert.Equal(long.MaxValue, await CoveredLsnOfAsync(expired));
        Assert.Equal(10, await CoveredLsnOfAsync(kept));
        await Store.ForgetDeletedAsync(firstLsn: 50, 100, Token);
        Assert.Equal(long.MaxValue, await CoveredLsnOfAsync(expired));
        await Store.ForgetDeletedAsync(firstLsn: 51, 100, Token);
        Assert.Null(await CoveredLsnOfAsync(expired));
        Assert.Equal(10, await CoveredLsnOfAsync(kept));
    }

    [Fact]
    public async Task Deleted_runs_are_forgotten_some_at_a_time()
    {
        for (var second = 1; second <= 5; second++)
        {
            await Store.DeleteAsync(new SampleRun(second).RunId, LastLsn, Token);
        }

        Assert.Equal(3, await Store.ForgetDeletedAsync(LastLsn + 1, 3, Token));
        Assert.Equal(2, await Store.ForgetDeletedAsync(LastLsn + 1, 3, Token));
        Assert.Equal(0, await Store.ForgetDeletedAsync(LastLsn + 1, 3, Token));
        Assert.Equal(ErrorCodes.InvalidArgument, (await Assert.ThrowsAsync<HoldfastException>(() => Store.ForgetDeletedAsync(LastLsn + 1, 0, Token))).Code);
    }

    [Fact]
    public async Task A_run_is_deleted_with_its_records_whether_it_is_open_or_was_never_settled()
    {
        var open = new SampleRun(1);
        var unknown = new SampleRun(2);
        await SettleAsync(open.Open());

        await Store.DeleteAsync(open.RunId, 20, Token);
        await Store.DeleteAsync(unknown.RunId, 20, Token);
        await Store.DeleteAsync(open.RunId, 15, Token);

        Assert.Null(await Store.LoadAsync(open.RunId, Token));
        Assert.Empty(await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" }));
        await Store.ForgetDeletedAsync(firstLsn: 16, 100, Token);
        Assert.Equal(long.MaxValue, await CoveredLsnOfAsync(open));
        Assert.Equal(long.MaxValue, await CoveredLsnOfAsync(unknown));
    }

    [Fact]
    public async Task A_run_that_was_read_is_deleted_if_the_store_has_got_nothing_more_of_it()
    {
        var run = new SampleRun(1);
        await SettleAsync(run.Closed(closedAt: 5));
        var read = (await Store.LoadAsync(run.RunId, Token))!.Summary.RecordCount;
        await SettleAsync(run.AfterClose(closedAt: 5, coveredLsn: 15));

        Assert.False(await Store.DeleteUnchangedAsync(run.RunId, read, 20, Token));
        Assert.Equal(SampleRun.Events(0, 4), await RecordsOfAsync(run));
        Assert.Equal(15, await CoveredLsnOfAsync(run));

        Assert.True(await Store.DeleteUnchangedAsync(run.RunId, read + 1, 20, Token));
        Assert.Null(await Store.LoadAsync(run.RunId, Token));
        Assert.Equal(long.MaxValue, await CoveredLsnOfAsync(run));
        Assert.False(await Store.DeleteUnchangedAsync(run.RunId, read + 1, 20, Token));
    }

    [Fact]
    public async Task Settlements_of_a_deleted_run_are_left_out_and_the_others_of_the_batch_are_not()
    {
        var deleted = new SampleRun(1);
        var other = new SampleRun(2);
        await Store.DeleteAsync(deleted.RunId, 20, Token);

        await SettleAsync(deleted.Open(), other.Open(), deleted.Open(coveredLsn: 30, firstRecordIndex: 3));

        Assert.Null(await Store.LoadAsync(deleted.RunId, Token));
        Assert.Equal(SampleRun.Events(0, 3), await RecordsOfAsync(other));
        await Store.ForgetDeletedAsync(firstLsn: 30, 100, Token);
        Assert.Equal(long.MaxValue, await CoveredLsnOfAsync(deleted));
    }

    [Fact]
    public async Task What_a_run_did_after_its_close_is_left_out_when_its_deletion_was_forgotten_and_noted_again()
    {
        var deleted = new SampleRun(1);
        var other = new SampleRun(2);
        await SettleAsync(deleted.Closed(closedAt: 5));
        await Store.DeleteAsync(deleted.RunId, 20, Token);
        await Store.ForgetDeletedAsync(firstLsn: 21, 100, Token);

        await SettleAsync(other.Open(), deleted.AfterClose(closedAt: 5, coveredLsn: 30));

        Assert.Null(await Store.LoadAsync(deleted.RunId, Token));
        Assert.NotNull(await Store.LoadAsync(other.RunId, Token));
        Assert.Equal(long.MaxValue, await CoveredLsnOfAsync(deleted));
        await Store.ForgetDeletedAsync(firstLsn: 30, 100, Token);
        Assert.Equal(long.MaxValue, await CoveredLsnOfAsync(deleted));
        await Store.ForgetDeletedAsync(firstLsn: 31, 100, Token);
        Assert.Null(await CoveredLsnOfAsync(deleted));
    }

    [Fact]
    public async Task What_a_run_did_after_its_close_is_kept_also_when_it_comes_together_with_the_rest()
    {
        var apart = new SampleRun(1);
        var together = new SampleRun(2);
        await SettleAsync(apart.Closed(closedAt: 5));

        await SettleAsync(apart.AfterClose(closedAt: 5, coveredLsn: 30), together.Closed(closedAt: 5), together.AfterClose(closedAt: 5, coveredLsn: 30));

        Assert.Equal(SampleRun.Events(0, 4), await RecordsOfAsync(apart));
        Assert.Equal(SampleRun.Events(0, 4), await RecordsOfAsync(together));
    }

    [Fact]
    public async Task A_gap_in_what_is_settled_of_an_open_run_is_an_error_also_when_the_store_has_nothing_of_it()
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => SettleAsync(new SampleRun(1).Open(coveredLsn: 30, firstRecordIndex: 3)));

        Assert.Equal(ErrorCodes.SettlementGap, error.Code);
    }

    [Fact]
    public async Task Namespaces_are_those_that_have_runs()
    {
        Assert.Empty(await Store.ReadNamespacesAsync(Token));
        await SettleAsync(new SampleRun(1).Open(), new SampleRun(2).Open(), new SampleRun(3) { Namespace = "other" }.Closed(closedAt: 4));

        Assert.Equal(["default", "other"], (await Store.ReadNamespacesAsync(Token)).Order(StringComparer.Ordinal));
        await Store.DeleteAsync(new SampleRun(3).RunId, LastLsn, Token);
        Assert.Equal(["default"], await Store.ReadNamespacesAsync(Token));
    }

    private async Task<long?> CoveredLsnOfAsync(SampleRun run) =>
        (await Store.FindCoveredLsnsAsync([run.RunId], Token)).TryGetValue(run.RunId, out var lsn) ? lsn : null;
}
