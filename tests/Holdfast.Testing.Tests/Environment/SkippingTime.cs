using System.Diagnostics;

namespace Holdfast.Testing.Tests;

public sealed class SkippingTime : ShopTest
{
    [Fact]
    public async Task A_workflow_that_sleeps_a_year_ends_at_once()
    {
        var clock = Stopwatch.StartNew();
        var start = Environment.Now;
        Assert.Equal(TimeSpan.FromDays(365), await Client.ExecuteWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromDays(365))));
        Assert.Equal(start + TimeSpan.FromDays(365), Environment.Now);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
    }

    [Fact]
    public async Task Time_stands_still_while_the_test_waits_for_nothing()
    {
        var start = Environment.Now;
        var handle = await Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromMinutes(1)));
        await handle.DescribeAsync();
        Assert.Equal(start, Environment.Now);
    }

    [Fact]
    public async Task Time_does_not_run_away_while_only_a_signal_is_missing()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        var result = handle.ResultAsync();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("waiting", await handle.QueryAsync(w => w.Status()));
        }

        Assert.Equal(VirtualTimeProvider.DefaultStart, Environment.Now);
        await handle.SignalAsync(w => w.Approve());
        Assert.Equal(5, (await result).Amount);
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromDays(30), Environment.Now);
    }

    [Fact]
    public async Task An_update_that_sleeps_ends_at_once()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        Assert.Equal("approved after 02:00:00", await handle.ExecuteUpdateAsync(w => w.ApproveAfterAsync(TimeSpan.FromHours(2))));
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromHours(2), Environment.Now);
    }

    [Fact]
    public async Task An_activity_that_waits_in_virtual_time_lets_time_skip_and_its_heartbeats_keep_it_alive()
    {
        Assert.Equal(500, await Client.ExecuteWorkflowAsync(() => Flows.PollAsync(500)));
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromSeconds(50 * 500), Environment.Now);
    }

    [Fact]
    public async Task An_activity_that_really_waits_holds_time()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.WaitForBankAsync());
        var result = handle.ResultAsync();
        var sleeper = Client.ExecuteWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromDays(1)));
        await Payments.BankAsked.Task;
        for (var i = 0; i < 10; i++)
        {
            await handle.DescribeAsync();
        }

        Assert.Equal(VirtualTimeProvider.DefaultStart, Environment.Now);
        Payments.Bank.SetResult();
        Assert.Equal(1, await result);
        await sleeper;
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromDays(1), Environment.Now);
    }

    [Fact]
    public async Task Retries_take_no_real_time()
    {
        var attempts = 0;
        Environment.MockActivity((PaymentActivities p) => p.ChargeAsync(default!), (Order order) => ++attempts < 10 ? throw new InvalidOperationException("no money") : new Receipt("k", attempts));
        Assert.Equal(10, await Client.ExecuteWorkflowAsync(() => Flows.RetryAsync()));
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromHours(9), Environment.Now);
    }

    [Fact]
    public async Task A_chain_of_runs_is_followed()
    {
        await Client.ExecuteWorkflowAsync(() => Flows.CountDownAsync(23));
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromDays(1), Environment.Now);
    }

    [Fact]
    public async Task The_test_may_wait_in_virtual_time()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(1)));
        await Environment.DelayAsync(TimeSpan.FromHours(2));
        Assert.Equal(Protocol.WorkflowExecutionStatus.Completed, (await handle.DescribeAsync()).Info.Status);
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromHours(2), Environment.Now);
    }

    [Fact]
    public async Task Many_environments_run_side_by_side()
    {
        var ends = await Task.WhenAll(Enumerable.Range(1, 50).Select(async days =>
        {
            await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(Flows).Assembly));
            await environment.Client.ExecuteWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromDays(days)));
            return environment.Now;
        }));
        Assert.Equal(Enumerable.Range(1, 50).Select(days => VirtualTimeProvider.DefaultStart.AddDays(days)), ends);
    }
}
