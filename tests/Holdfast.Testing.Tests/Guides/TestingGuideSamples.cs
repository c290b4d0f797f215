namespace Holdfast.Testing.Tests;

/// <summary>The code of docs/guides/testing.md.</summary>
public sealed class TestingGuideSamples
{
    [Fact]
    public async Task A_first_test()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e
            .AddWorkflow<OrderWorkflow>()
            .AddActivities(new PaymentActivities(e.TimeProvider)));
        var handle = await environment.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("4711", 20)));
        await handle.SignalAsync(w => w.Approve());

        var receipt = await handle.ResultAsync(); // sleeps for 30 days; takes milliseconds

        Assert.Equal(20, receipt.Amount);
        Assert.Equal(VirtualTimeProvider.DefaultStart.AddDays(30), environment.Now);
    }

    [Fact]
    public async Task Mocks()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(OrderWorkflow).Assembly));
        environment.MockActivity((PaymentActivities p) => p.ChargeAsync(default!), (Order order) => new Receipt("test", order.Amount));

        var receipt = await environment.Client.ExecuteWorkflowAsync(() => Flows.ChargeTwiceAsync(new Order("4711", 20)));

        Assert.Equal("test", receipt.Key);
    }

    [Fact]
    public async Task A_slow_mock()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(OrderWorkflow).Assembly));
        environment.MockActivity((PaymentActivities p) => p.PollBankAsync(default, default), async (int times, CancellationToken cancellationToken) =>
        {
            await environment.DelayAsync(TimeSpan.FromSeconds(45), cancellationToken);
            return times;
        });

        Assert.Equal(3, await environment.Client.ExecuteWorkflowAsync(() => Flows.PollAsync(3)));
    }

    [Fact]
    public async Task Time_by_hand()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(
            e => e.AddAssembly(typeof(Flows).Assembly),
            new WorkflowEnvironmentOptions { SkipsTime = false });
        var handle = await environment.Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(2)));
        await environment.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(Protocol.WorkflowExecutionStatus.Running, (await handle.DescribeAsync()).Info.Status);
        await environment.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(Protocol.WorkflowExecutionStatus.Completed, (await handle.DescribeAsync()).Info.Status);
    }

    [Fact]
    public async Task Crashes()
    {
        PaymentActivities? payments = null;
        await using var environment = await WorkflowEnvironment.StartAsync(e => e
            .AddAssembly(typeof(OrderWorkflow).Assembly)
            .AddActivities(payments = new PaymentActivities(e.TimeProvider)));
        var handle = await environment.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("4711", 20)));
        await handle.SignalAsync(w => w.Approve());
        await environment.RestartAsync();
        await handle.ResultAsync();
        Assert.Single(payments!.Charged);
    }

    [Fact]
    public async Task One_activity()
    {
        using ActivityEnvironment environment = new(new ActivityEnvironmentOptions { Attempt = 2, HeartbeatDetails = [17] });
        var payments = new PaymentActivities(TimeProvider.System);

        var receipt = await environment.RunAsync(() => payments.ChargeAsync(new Order("4711", 20)));

        Assert.Equal(environment.Info.IdempotencyKey, receipt.Key);
        Assert.Empty(environment.Heartbeats);
    }

    [Fact]
    public async Task Replay()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(Flows).Assembly));
        var handle = await environment.Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(2)));
        await handle.ResultAsync();

        await new WorkflowReplayer().AddAssembly(typeof(Flows).Assembly).ReplayAsync(handle);
    }

    [Fact]
    public async Task Replay_of_listed_runs()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(Flows).Assembly));
        await environment.Client.ExecuteWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(2)));

        var replayer = new WorkflowReplayer().AddAssembly(typeof(Flows).Assembly);
        await foreach (var result in replayer.ReplayAsync(environment.Client, new WorkflowListFilter { WorkflowType = "Sleep" }))
        {
            Assert.True(result.Succeeded, $"{result.Execution}: {result.Error?.Message}");
        }

        var summary = await replayer.ReplayAllAsync(environment.Client);
        Assert.Empty(summary.Failures);
    }
}
