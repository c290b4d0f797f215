using Holdfast.Protocol;

namespace Holdfast.Storage.Conformance;

public abstract partial class SettledStoreConformance
{
    [Fact]
    public async Task An_unknown_run_is_null()
    {
        var unknown = new SampleRun(1);

        Assert.Null(await Store.LoadAsync(unknown.RunId, Token));
        Assert.Null(await Store.FindAsync(unknown.RunId, Token));
        Assert.Null(await Store.FindNewestAsync(unknown.Workflow, Token));
        Assert.Null(await Store.FindByRequestIdAsync(unknown.Workflow, unknown.StartRequestId, Token));
    }

    [Fact]
    public async Task Every_workflow_that_has_runs_is_read_once()
    {
        var runs = Enumerable.Range(1, 6_000).Select(i => new SampleRun(i) { WorkflowId = $"workflow {i / 2}", Namespace = i % 3 == 0 ? "other" : "default" }).ToList();
        await SettleAsync([.. runs.Select(run => run.Closed(closedAt: 9_000))]);

        var workflows = await ToListAsync(Store.ReadWorkflowsAsync(Token));

        Assert.Equal(workflows.Count, workflows.Distinct().Count());
        Assert.Equal(runs.Select(run => run.Workflow).Distinct().ToHashSet(), [.. workflows]);
    }

    [Fact]
    public async Task Several_runs_are_read_at_once_and_unknown_ones_left_out()
    {
        var (open, closed, unknown) = (new SampleRun(1), new SampleRun(2), new SampleRun(3));
        await SettleAsync(open.Open(), closed.Closed(closedAt: 4));
        RunId[] asked = [closed.RunId, unknown.RunId, open.RunId];

        var loaded = await Store.LoadManyAsync(asked, Token);
        var covered = await Store.FindCoveredLsnsAsync(asked, Token);

        Assert.Equal([open.RunId, closed.RunId], loaded.Select(run => run.Summary.RunId).Order());
        Assert.Equal(loaded.ToDictionary(run => run.Summary.RunId, run => run.Summary.CoveredLsn), covered);
        Assert.All(loaded, run => Assert.NotEmpty(run.Records));
    }

    [Fact]
    public async Task Covered_positions_are_asked_for_in_pages()
    {
        var run = new SampleRun(1);
        await SettleAsync(run.Open());
        RunId[] asked = [run.RunId, .. Enumerable.Range(2, ISettledStore.MostRunsAsked - 1).Select(static second => new SampleRun(second).RunId)];

        Assert.Single(await Store.FindCoveredLsnsAsync(asked, Token));
        RunId[] more = [new SampleRun(ISettledStore.MostRunsAsked + 1).RunId, .. asked];
        Assert.Equal(ErrorCodes.InvalidArgument, (await Assert.ThrowsAsync<HoldfastException>(() => Store.FindCoveredLsnsAsync(more, Token))).Code);
        Assert.Equal([run.RunId], (await CoveredLsns.FindAllAsync(Store, more, Token)).Keys);
    }

    [Fact]
    public async Task The_newest_run_of_a_workflow_is_the_one_that_started_last()
    {
        var runs = new[] { 5, 9, 7 }.Select(second => new SampleRun(second) { WorkflowId = "same" }).ToList();
        var elsewhere = new SampleRun(20) { WorkflowId = "same", Namespace = "other" };
        await SettleAsync([.. runs.Select(run => run.Closed(closedAt: 30)), elsewhere.Open()]);

        var newest = await Store.FindNewestAsync(new WorkflowKey("default", "same"), Token);

        Assert.Equal(runs[1].RunId, newest?.RunId);
    }

    [Fact]
    public async Task The_newest_runs_of_several_workflows_are_found_at_once()
    {
        var same = new[] { 5, 9, 7 }.Select(second => new SampleRun(second) { WorkflowId = "same" }).ToList();
        var elsewhere = new SampleRun(20) { WorkflowId = "same", Namespace = "other" };
        var open = new SampleRun(6) { WorkflowId = "open" };
        await SettleAsync([.. same.Select(run => run.Closed(closedAt: 30)), elsewhere.Open(), open.Open()]);

        var newest = await Store.FindNewestOfManyAsync([new("default", "same"), new("default", "absent"), new("default", "open"), new("default", "same")], Token);

        Assert.Equal(new Dictionary<WorkflowKey, RunId> { [new("default", "same")] = same[1].RunId, [new("default", "open")] = open.RunId }, newest);
        Assert.Empty(await Store.FindNewestOfManyAsync([], Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindNewestOfManyAsync([open.Workflow], new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_run_is_found_by_the_request_that_started_it()
    {
        var run = new SampleRun(1) { WorkflowId = "same", StartRequestId = "first" };
        var successor = new SampleRun(2) { WorkflowId = "same", StartRequestId = "second" };
        await SettleAsync(run.Closed(closedAt: 2), successor.Open());

        Assert.Equal(run.RunId, (await Store.FindByRequestIdAsync(run.Workflow, "first", Token))?.RunId);
        Assert.Null(await Store.FindByRequestIdAsync(run.Workflow, "third", Token));
        Assert.Null(await Store.FindByRequestIdAsync(new WorkflowKey("default", "another"), "first", Token));
        Assert.Null(await Store.FindByRequestIdAsync(new WorkflowKey("another", "same"), "first", Token));
    }

    [Fact]
    public async Task Of_runs_that_carry_one_request_ID_the_first_is_the_one_it_started()
    {
        var first = new SampleRun(1) { WorkflowId = "same", StartRequestId = "r" };
        var continued = new SampleRun(2) { WorkflowId = "same", StartRequestId = "r" };
        await SettleAsync(continued.Open(), first.Closed(closedAt: 2));

        Assert.Equal(first.RunId, (await Store.FindByRequestIdAsync(first.Workflow, "r", Token))?.RunId);
    }

    [Fact]
    public async Task An_empty_request_ID_finds_nothing()
    {
        var run = new SampleRun(1) { StartRequestId = string.Empty };
        await SettleAsync(run.Open());

        Assert.Null(await Store.FindByRequestIdAsync(run.Workflow, string.Empty, Token));
    }

    [Theory]
    [InlineData("Bestellung-Zürich-Ø")]
    [InlineData("注文/一")]
    [InlineData("emoji-🧾")]
    [InlineData("it's 100% \"quoted\"; DROP TABLE runs --")]
    [InlineData(" leading and trailing ")]
    [InlineData("a zero\0inside")]
    public async Task Workflow_IDs_of_any_script_are_kept(string workflowId)
    {
        var run = new SampleRun(1) { WorkflowId = workflowId, Namespace = "räume", WorkflowType = "型" };
        await SettleAsync(run.Open());

        Assert.Equal(run.Workflow, (await Store.FindNewestAsync(run.Workflow, Token))?.Workflow);
        Assert.Equal(run.Info(), Assert.Single(await ListAsync(new ListWorkflowExecutionsRequest { Namespace = "räume", WorkflowId = workflowId, WorkflowType = "型" })));
    }

    [Fact]
    public async Task Workflow_IDs_that_differ_in_case_are_two_workflows()
    {
        await SettleAsync((new SampleRun(1) with { WorkflowId = "order" }).Open());

        Assert.Null(await Store.FindNewestAsync(new WorkflowKey("default", "Order"), Token));
    }

    [Fact]
    public async Task Open_runs_are_those_that_have_not_closed()
    {
        var open = new[] { new SampleRun(1), new SampleRun(2) { Namespace = "other" } };
        var closing = new SampleRun(3);
        await SettleAsync(open[0].Open(), open[1].Open() with { NextWakeUp = SampleRun.At(9) }, closing.Open(), new SampleRun(4).Closed(closedAt: 9));
        await SettleAsync(closing.Closed(closedAt: 8) with { CoveredLsn = 20 });

        var summaries = await ToListAsync(Store.ReadOpenRunsAsync(Token));

        Assert.Equal(open.Select(run => run.RunId), summaries.Select(summary => summary.RunId).Order());
        Assert.Equal(SampleRun.At(9), summaries.Single(summary => summary.RunId == open[1].RunId).NextWakeUp);
    }

    [Fact]
    public async Task Paused_runs_are_open()
    {
        var (running, paused) = (new SampleRun(1), new SampleRun(2));
        var settlement = paused.Open();
        await SettleAsync(running.Open(), settlement with { Info = settlement.Info with { Status = WorkflowExecutionStatus.Paused } });

        var summaries = await ToListAsync(Store.ReadOpenRunsAsync(Token));

        Assert.Equal([running.RunId, paused.RunId], summaries.Select(summary => summary.RunId).Order());
    }

    [Fact]
    public async Task Many_open_runs_are_each_read_once()
    {
        var runs = Enumerable.Range(1, 2500).Select(i => new SampleRun(i)).ToList();
        await SettleAsync([.. runs.Select(run => run.Open(recordCount: 1))]);

        var summaries = await ToListAsync(Store.ReadOpenRunsAsync(Token));

        Assert.Equal(runs.Select(run => run.RunId), summaries.Select(summary => summary.RunId).Order());
    }

    [Fact]
    public async Task Unnotified_runs_are_those_that_owe_their_parent_a_notification()
    {
        var owing = new SampleRun(1);
        var notified = new SampleRun(2);
        await SettleAsync(owing.Closed(5, owesParentNotification: true), notified.Closed(5, owesParentNotification: true), new SampleRun(3).Open());
        await SettleAsync(notified.Closed(5) with { CoveredLsn = 20 });

        var summaries = await ToListAsync(Store.ReadUnnotifiedRunsAsync(Token));

        Assert.Equal(owing.RunId, Assert.Single(summaries).RunId);
    }
}
