using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class StartingWithMessages : ShopTest
{
    private static readonly WorkflowOptions Options1 = new() { Id = "order-1" };

    [Fact]
    public async Task A_signal_with_start_starts_a_run_that_begins_with_the_signal()
    {
        var handle = await Client.SignalWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.Approve(), Options1);
        Assert.Equal(5, (await handle.ResultAsync()).Amount);
        var types = await EventTypesAsync(handle);
        Assert.Equal([EventType.WorkflowExecutionStarted, EventType.WorkflowTaskScheduled, EventType.WorkflowExecutionSignaled], types[..3]);
    }

    [Fact]
    public async Task A_signal_with_start_signals_the_run_that_is_open()
    {
        var open = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), Options1);
        var handle = await Client.SignalWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("2", 7)), w => w.Approve(), Options1);
        Assert.Equal(open.RunId, handle.RunId);
        Assert.Equal(5, (await open.ResultAsync()).Amount);
    }

    [Fact]
    public async Task A_signal_with_start_that_comes_again_signals_once_even_after_the_run_has_closed()
    {
        var options = Options1 with { RequestId = "request-1" };
        var first = await Client.SignalWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.Approve(), options);
        await Client.SignalWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.Approve(), options);
        await first.ResultAsync();
        var again = await Client.SignalWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.Approve(), options);
        Assert.Equal(first.RunId, again.RunId);
        Assert.Single(await EventTypesAsync(first), EventType.WorkflowExecutionSignaled);
    }

    [Fact]
    public async Task A_signal_with_start_after_a_closed_run_asks_the_reuse_policy()
    {
        await (await Client.SignalWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.Approve(), Options1)).ResultAsync();
        await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => Client.SignalWithStartWorkflowAsync(
            (OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.Approve(), Options1 with { IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate }));
    }

    [Fact]
    public async Task A_start_delay_outlasts_the_signal_of_the_start_and_plain_signals_and_ends_with_the_next_signal_with_start()
    {
        var options = Options1 with { StartDelay = TimeSpan.FromHours(1) };
        var delayed = await Client.SignalWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.Approve(), options);
        Assert.DoesNotContain(EventType.WorkflowTaskScheduled, await EventTypesAsync(delayed));
        await delayed.SignalAsync(w => w.Approve());
        Assert.DoesNotContain(EventType.WorkflowTaskScheduled, await EventTypesAsync(delayed));
        await Client.SignalWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.Approve(), options);
        Assert.Contains(EventType.WorkflowTaskScheduled, await EventTypesAsync(delayed));
    }

    [Fact]
    public async Task An_update_with_start_starts_a_run_and_gives_the_updates_result_early()
    {
        var started = await Client.UpdateWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.ApproveAfterAsync(TimeSpan.FromHours(2)), UpdateStage.Completed, Options1);
        Assert.Equal("approved after 02:00:00", await started.Update.ResultAsync());
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromHours(2), Environment.Now);
        Assert.Equal(5, (await started.Workflow.ResultAsync()).Amount);
    }

    [Fact]
    public async Task An_update_with_start_updates_the_run_that_is_open_when_the_conflict_policy_says_so()
    {
        var open = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), Options1);
        var started = await Client.UpdateWithStartWorkflowAsync(
            (OrderWorkflow w) => w.RunAsync(new Order("2", 7)), w => w.ApproveAfterAsync(TimeSpan.Zero), UpdateStage.Accepted, Options1 with { IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting });
        Assert.Equal((open.RunId, open.RunId), (started.Workflow.RunId, started.Update.RunId));
        Assert.Equal("approved after 00:00:00", await started.Update.ResultAsync());
    }

    [Fact]
    public async Task An_update_with_start_that_may_not_use_the_open_run_sends_no_update()
    {
        var open = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), Options1);
        var error = await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => Client.UpdateWithStartWorkflowAsync(
            (OrderWorkflow w) => w.RunAsync(new Order("2", 7)), w => w.ApproveAfterAsync(TimeSpan.Zero), UpdateStage.Completed, Options1));
        Assert.Equal(open.RunId, error.RunId);
        Assert.Equal("waiting", await open.QueryAsync(w => w.Status()));
    }

    [Fact]
    public async Task An_update_with_start_whose_update_is_refused_starts_no_run()
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => Client.UpdateWithStartWorkflowAsync(
            (OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.ApproveAfterAsync(TimeSpan.Zero), UpdateStage.Completed, Options1, new WorkflowUpdateOptions { UpdateId = new string('x', 1_001) }));
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => Client.GetWorkflowHandle(Options1.Id!).DescribeAsync());
    }

    [Fact]
    public async Task An_update_with_start_that_comes_again_attaches_to_the_first()
    {
        var options = Options1 with { RequestId = "request-1" };
        var update = new WorkflowUpdateOptions { UpdateId = "update-1" };
        var first = await Client.UpdateWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.ApproveAfterAsync(TimeSpan.Zero), UpdateStage.Completed, options, update);
        await first.Workflow.ResultAsync();
        var again = await Client.UpdateWithStartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.ApproveAfterAsync(TimeSpan.Zero), UpdateStage.Completed, options, update);
        Assert.Equal(first.Workflow.RunId, again.Workflow.RunId);
        Assert.Equal("approved after 00:00:00", await again.Update.ResultAsync());
    }

    [Fact]
    public async Task An_update_with_start_takes_neither_a_start_delay_nor_a_cron_schedule()
    {
        foreach (var options in new[] { Options1 with { StartDelay = TimeSpan.FromHours(1) }, Options1 with { CronSchedule = "@hourly" } })
        {
            var error = await Assert.ThrowsAsync<HoldfastException>(() => Client.UpdateWithStartWorkflowAsync(
                (OrderWorkflow w) => w.RunAsync(new Order("1", 5)), w => w.ApproveAfterAsync(TimeSpan.Zero), UpdateStage.Completed, options));
            Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
        }
    }

    private static async Task<List<EventType>> EventTypesAsync(WorkflowHandle handle)
    {
        List<EventType> types = [];
        await foreach (var recorded in handle.FetchHistoryAsync())
        {
            types.Add(recorded.Type);
        }

        return types;
    }
}
