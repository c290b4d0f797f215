using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class Pausing : ShopTest
{
    [Fact]
    public async Task A_paused_run_keeps_what_comes_and_sees_it_when_unpaused()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        await handle.PauseAsync("look first");
        await handle.SignalAsync(w => w.Approve());
        await Environment.AdvanceAsync(TimeSpan.FromDays(60));
        var described = await handle.DescribeAsync();
        Assert.Equal(WorkflowExecutionStatus.Paused, described.Info.Status);
        Assert.Equal("look first", described.Pause?.Reason);
        await Environment.RestartAsync();
        await handle.UnpauseAsync();
        Assert.Equal(5, (await handle.ResultAsync()).Amount);
    }

    [Fact]
    public async Task Queries_and_updates_are_refused_until_the_run_goes_on()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        await handle.PauseAsync();
        Assert.Equal(ErrorCodes.RunPaused, (await Assert.ThrowsAsync<WorkflowPausedException>(() => handle.QueryAsync(w => w.Status()))).Code);
        await Assert.ThrowsAsync<WorkflowPausedException>(() => handle.ExecuteUpdateAsync(w => w.ApproveAfterAsync(TimeSpan.FromHours(1))));
        await Assert.ThrowsAsync<WorkflowPausedException>(() => handle.PauseAsync());
        await handle.UnpauseAsync();
        Assert.Equal("waiting", await handle.QueryAsync(w => w.Status()));
        Assert.Equal(ErrorCodes.RunNotPaused, (await Assert.ThrowsAsync<HoldfastException>(() => handle.UnpauseAsync())).Code);
    }

    [Fact]
    public async Task A_running_attempt_learns_of_the_pause_and_is_tried_again_after_it()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.PollAsync(3));
        await Environment.AdvanceAsync(TimeSpan.FromSeconds(20));
        await handle.PauseAsync();
        await Environment.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal("ActivityPause", Assert.IsType<FailureInfo.Application>((await handle.DescribeAsync()).PendingActivities[0].LastFailure?.Info).Type);
        await handle.UnpauseAsync();
        Assert.Equal(3, await handle.ResultAsync());
    }
}
