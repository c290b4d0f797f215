using Holdfast.Protocol;

namespace Holdfast.Storage.Conformance;

public abstract partial class SettledStoreConformance
{
    [Fact]
    public async Task A_settled_run_is_loaded_with_all_that_was_written()
    {
        var run = new SampleRun(1);
        var settlement = run.Open() with { NextWakeUp = SampleRun.At(77) };

        await SettleAsync(settlement);

        var loaded = await Store.LoadAsync(run.RunId, Token);
        var expected = new SettledRunSummary(run.Workflow, run.RunId, settlement.FirstExecutionRunId, run.StartRequestId, WorkflowExecutionStatus.Running, 10, SampleRun.At(77), OwesParentNotification: false, RecordCount: 3);
        Assert.Equal(expected, loaded?.Summary);
        Assert.Equal(SampleRun.Events(0, 3), await RecordsOfAsync(run));
    }

    [Fact]
    public async Task Later_settlements_append_their_records_and_replace_the_rest()
    {
        var run = new SampleRun(1);
        await SettleAsync(run.Open(coveredLsn: 10));
        await SettleAsync(run.Open(coveredLsn: 20, firstRecordIndex: 3, recordCount: 2) with { NextWakeUp = SampleRun.At(9) });
        await SettleAsync(run.Closed(closedAt: 50) with { CoveredLsn = 30, FirstRecordIndex = 5, RecordCount = 1, Records = SampleRun.Encode(SampleRun.Events(5, 1)) });

        var summary = await Store.FindAsync(run.RunId, Token);

        Assert.Equal((WorkflowExecutionStatus.Completed, 30L, 6L, null), (summary!.Status, summary.CoveredLsn, summary.RecordCount, summary.NextWakeUp));
        Assert.Equal(SampleRun.Events(0, 6), await RecordsOfAsync(run));
    }

    [Fact]
    public async Task A_repeated_settlement_adds_nothing()
    {
        var run = new SampleRun(1);
        await SettleAsync(run.Open());
        await SettleAsync(run.Open());
        await SettleAsync(run.Open(coveredLsn: 20, firstRecordIndex: 3, recordCount: 1));
        await SettleAsync(run.Open(coveredLsn: 20, firstRecordIndex: 3, recordCount: 1));

        Assert.Equal(SampleRun.Events(0, 4), await RecordsOfAsync(run));
        Assert.Equal(4, (await Store.FindAsync(run.RunId, Token))!.RecordCount);
    }

    [Fact]
    public async Task A_settlement_repeated_together_with_newer_records_adds_only_those()
    {
        var run = new SampleRun(1);
        await SettleAsync(run.Open(coveredLsn: 10, firstRecordIndex: 0, recordCount: 3));

        await SettleAsync(run.Open(coveredLsn: 20, firstRecordIndex: 1, recordCount: 4));

        Assert.Equal(SampleRun.Events(0, 5), await RecordsOfAsync(run));
    }

    [Fact]
    public async Task A_settlement_without_records_moves_the_covered_position()
    {
        var run = new SampleRun(1);
        await SettleAsync(run.Open());

        await SettleAsync(run.Open(coveredLsn: 40, firstRecordIndex: 3, recordCount: 0));

        Assert.Equal(40, (await Store.FindAsync(run.RunId, Token))!.CoveredLsn);
        Assert.Equal(SampleRun.Events(0, 3), await RecordsOfAsync(run));
    }

    [Fact]
    public async Task A_gap_before_the_first_record_is_refused()
    {
        var run = new SampleRun(1);
        await AssertRefusedAsync(ErrorCodes.SettlementGap, run.Open(firstRecordIndex: 1));
        await SettleAsync(run.Open());

        await AssertRefusedAsync(ErrorCodes.SettlementGap, run.Open(coveredLsn: 20, firstRecordIndex: 4));

        Assert.Equal(SampleRun.Events(0, 3), await RecordsOfAsync(run));
    }

    [Fact]
    public async Task An_older_journal_position_is_refused()
    {
        var run = new SampleRun(1);
        await SettleAsync(run.Open(coveredLsn: 10));

        await AssertRefusedAsync(ErrorCodes.SettlementStale, run.Open(coveredLsn: 9, firstRecordIndex: 3, recordCount: 1));
    }

    [Fact]
    public async Task Other_records_for_the_same_journal_position_are_refused()
    {
        var run = new SampleRun(1);
        await SettleAsync(run.Open(coveredLsn: 10));

        await AssertRefusedAsync(ErrorCodes.SettlementConflict, run.Open(coveredLsn: 10, firstRecordIndex: 3, recordCount: 1));
        await AssertRefusedAsync(ErrorCodes.SettlementConflict, run.Open(coveredLsn: 20, firstRecordIndex: 0, recordCount: 2));
    }

    [Fact]
    public async Task A_run_ID_belongs_to_one_workflow()
    {
        await SettleAsync(new SampleRun(1).Open());

        await AssertRefusedAsync(ErrorCodes.SettlementConflict, (new SampleRun(1) with { WorkflowId = "another" }).Open(coveredLsn: 20, firstRecordIndex: 3));
    }

    [Fact]
    public async Task A_refused_settlement_undoes_the_whole_batch()
    {
        var known = new SampleRun(1);
        var added = new SampleRun(2);
        await SettleAsync(known.Open());

        await AssertRefusedAsync(ErrorCodes.SettlementGap, added.Open(), known.Open(coveredLsn: 20, firstRecordIndex: 3), known.Open(coveredLsn: 30, firstRecordIndex: 99));

        Assert.Null(await Store.FindAsync(added.RunId, Token));
        Assert.Equal(10, (await Store.FindAsync(known.RunId, Token))!.CoveredLsn);
        Assert.Equal(SampleRun.Events(0, 3), await RecordsOfAsync(known));
    }

    [Fact]
    public async Task The_store_goes_on_after_a_refused_settlement()
    {
        var run = new SampleRun(1);
        await AssertRefusedAsync(ErrorCodes.SettlementGap, run.Open(firstRecordIndex: 1));

        await SettleAsync(run.Open());

        Assert.Equal(SampleRun.Events(0, 3), await RecordsOfAsync(run));
    }

    [Fact]
    public async Task A_batch_may_settle_a_run_twice()
    {
        var run = new SampleRun(1);

        await SettleAsync(run.Open(coveredLsn: 10), run.Open(coveredLsn: 20, firstRecordIndex: 3));

        Assert.Equal(SampleRun.Events(0, 6), await RecordsOfAsync(run));
    }

    [Fact]
    public async Task An_empty_batch_changes_nothing()
    {
        await SettleAsync();

        Assert.Empty(await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" }));
    }

    [Fact]
    public async Task The_store_keeps_no_buffer_of_the_caller()
    {
        var run = new SampleRun(1);
        var records = SampleRun.Encode(SampleRun.Events(0, 3));

        await SettleAsync(run.Open() with { Records = records });
        Array.Clear(records);

        Assert.Equal(SampleRun.Events(0, 3), await RecordsOfAsync(run));
    }

    [Fact]
    public async Task Records_of_two_MiB_are_kept()
    {
        var run = new SampleRun(1);
        var data = new byte[2 * 1024 * 1024];
        new Random(5).NextBytes(data);
        var signaled = new HistoryEvent(1, SampleRun.At(1), new WorkflowExecutionSignaled { SignalName = "large", Input = Payloads.Of(new Payload(Payload.BinaryEncoding, data)) });

        await SettleAsync(run.Open(recordCount: 1) with { Records = SampleRun.Encode([signaled]) });

        Assert.Equal([signaled], await RecordsOfAsync(run));
    }

    [Fact]
    public async Task What_was_settled_survives_closing_the_store()
    {
        var open = new SampleRun(1);
        var closed = new SampleRun(2);
        await SettleAsync(open.Open(), closed.Closed(closedAt: 5));
        var before = await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" });

        await ReopenAsync();

        Assert.Equal(SampleRun.Events(0, 3), await RecordsOfAsync(open));
        Assert.Equal(before, await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" }));
        await SettleAsync(open.Open(coveredLsn: 20, firstRecordIndex: 3));
        Assert.Equal(SampleRun.Events(0, 6), await RecordsOfAsync(open));
    }

    [Fact]
    public async Task Settlements_from_many_threads_are_all_kept()
    {
        var runs = Enumerable.Range(1, 40).Select(i => new SampleRun(i)).ToList();

        await Task.WhenAll(runs.Select(run => Task.Run(() => SettleAsync(run.Open()), Token)));

        Assert.Equal(runs.Count, (await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" })).Count);
    }

    [Fact]
    public async Task A_canceled_token_stops_every_call_before_it_changes_anything()
    {
        var run = new SampleRun(1);
        var canceled = new CancellationToken(canceled: true);
        var request = new ListWorkflowExecutionsRequest { Namespace = "default" };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.SettleAsync([run.Open()], canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.LoadAsync(run.RunId, canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindAsync(run.RunId, canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindNewestAsync(run.Workflow, canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindByRequestIdAsync(run.Workflow, "r", canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ListAsync(request, before: null, canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.DeleteClosedBeforeAsync("default", SampleRun.At(1), 1, LastLsn, canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ReadOpenRunsAsync(canceled).GetAsyncEnumerator(canceled).MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ReadUnnotifiedRunsAsync(canceled).GetAsyncEnumerator(canceled).MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteTaskQueueLimitsAsync("default", "q", new TaskQueueLimits(), canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadTaskQueueLimitsAsync(canceled));
        Assert.Null(await Store.FindAsync(run.RunId, Token));
        Assert.Empty(await Store.ReadTaskQueueLimitsAsync(Token));
    }
}
