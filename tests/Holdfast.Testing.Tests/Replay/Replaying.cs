using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class Replaying : ShopTest
{
    [Fact]
    public async Task Code_that_is_the_same_follows_the_history_of_an_ended_run()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        await handle.ExecuteUpdateAsync(w => w.ApproveAfterAsync(TimeSpan.FromHours(1)));
        await handle.ResultAsync();
        await new WorkflowReplayer().AddWorkflow<OrderWorkflow>().ReplayAsync(handle);
    }

    [Fact]
    public async Task Code_that_is_the_same_follows_the_history_of_a_run_under_way()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        await handle.SignalAsync(w => w.Approve());
        Assert.Equal("sleeping", await handle.QueryAsync(w => w.Status()));
        Assert.Null(new WorkflowReplayer().AddAssembly(typeof(OrderWorkflow).Assembly).TryReplay(await HistoryOf(handle)));
    }

    [Fact]
    public async Task Code_that_asks_for_something_else_does_not_follow()
    {
        var history = await ChangedAsync((index, e) => e.Attributes is ActivityTaskScheduled scheduled ? e with { Attributes = scheduled with { ActivityType = "Refund" } } : e);
        var error = Assert.Throws<HoldfastException>(() => new WorkflowReplayer().AddWorkflow<OrderWorkflow>().Replay(history));
        Assert.Equal(ErrorCodes.NonDeterminism, error.Code);
        Assert.Contains("'Refund'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("HF3001: HF3001", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_asks_for_more_at_the_end_does_not_follow()
    {
        var history = await ChangedAsync((_, e) => e);
        history.RemoveAll(e => e.Attributes is WorkflowExecutionCompleted);
        Assert.Equal(ErrorCodes.NonDeterminism, new WorkflowReplayer().AddWorkflow<OrderWorkflow>().TryReplay(history)?.Code);
    }

    [Fact]
    public async Task A_workflow_that_was_not_added_is_named()
    {
        var history = await ChangedAsync((_, e) => e);
        Assert.Equal(ErrorCodes.NotRegistered, new WorkflowReplayer().TryReplay(history)?.Code);
    }

    [Fact]
    public void A_list_that_is_no_history_is_refused() =>
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => new WorkflowReplayer().Replay([])).Code);

    [Fact]
    public async Task Every_listed_run_is_replayed_and_the_summary_keeps_those_that_the_code_does_not_follow()
    {
        await Client.ExecuteWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(1)));
        var order = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));

        var summary = await new WorkflowReplayer().AddWorkflow<OrderWorkflow>().ReplayAllAsync(Client);

        Assert.Equal((2, 1), (summary.Replayed, summary.Failed));
        Assert.Equal(ErrorCodes.NotRegistered, Assert.Single(summary.Failures).Error?.Code);
        Assert.NotEqual(order.Id, summary.Failures[0].Execution.WorkflowId);
    }

    [Fact]
    public async Task A_filter_chooses_the_runs_that_are_replayed()
    {
        await Client.ExecuteWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(1)));
        var order = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        List<WorkflowReplayResult> results = [];
        await foreach (var result in new WorkflowReplayer().AddWorkflow<OrderWorkflow>().ReplayAsync(Client, new WorkflowListFilter { WorkflowType = "OrderWorkflow" }))
        {
            results.Add(result);
        }

        var only = Assert.Single(results);
        Assert.True(only.Succeeded);
        Assert.Equal((order.Id, "OrderWorkflow"), (only.Execution.WorkflowId, only.WorkflowType));
    }

    private async Task<List<HistoryEvent>> ChangedAsync(Func<int, HistoryEvent, HistoryEvent> change)
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        await handle.SignalAsync(w => w.Approve());
        await handle.ResultAsync();
        return [.. (await HistoryOf(handle)).Select((e, i) => change(i, e))];
    }

    private static async Task<List<HistoryEvent>> HistoryOf(WorkflowHandle handle)
    {
        List<HistoryEvent> events = [];
        await foreach (var e in handle.FetchHistoryAsync())
        {
            events.Add(e);
        }

        return events;
    }
}
