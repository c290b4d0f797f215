using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class AdvancingTime : ShopTest
{
    protected override WorkflowEnvironmentOptions Options => new() { SkipsTime = false, StartTime = new DateTimeOffset(2031, 5, 1, 0, 0, 0, TimeSpan.Zero) };

    [Fact]
    public async Task Everything_due_on_the_way_happens_and_nothing_else()
    {
        var start = Environment.Now;
        var first = await Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(1)));
        var second = await Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(3)));
        await Environment.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(start.AddHours(2), Environment.Now);
        Assert.Equal(TimeSpan.FromHours(1), await first.ResultAsync());
        Assert.Equal(WorkflowExecutionStatus.Running, (await second.DescribeAsync()).Info.Status);
        await Environment.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromHours(3), await second.ResultAsync());
    }

    [Fact]
    public async Task Activities_on_the_way_run_to_their_end()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.PollAsync(3));
        await Environment.AdvanceAsync(TimeSpan.FromSeconds(149));
        Assert.Equal(WorkflowExecutionStatus.Running, (await handle.DescribeAsync()).Info.Status);
        await Environment.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(WorkflowExecutionStatus.Completed, (await handle.DescribeAsync()).Info.Status);
    }

    [Fact]
    public async Task Time_cannot_go_back() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Environment.AdvanceAsync(TimeSpan.FromTicks(-1)));
}
