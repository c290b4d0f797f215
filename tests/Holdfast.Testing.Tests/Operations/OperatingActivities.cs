using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class OperatingActivities : ShopTest
{
    [Fact]
    public async Task A_paused_activity_is_told_to_stop_and_goes_on_when_unpaused()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.PollAsync(3));
        await Environment.AdvanceAsync(TimeSpan.FromSeconds(20));
        await handle.PauseActivityAsync(ActivitySelector.All, "the bank is down");
        await Environment.AdvanceAsync(TimeSpan.FromDays(2));
        await Environment.RestartAsync();
        var described = await handle.DescribeAsync();
        Assert.Equal(WorkflowExecutionStatus.Running, described.Info.Status);
        Assert.Equal((PendingActivityState.Paused, "the bank is down"), (described.PendingActivities[0].State, described.PendingActivities[0].Pause?.Reason));
        Assert.Equal("ActivityPause", Assert.IsType<FailureInfo.Application>(described.PendingActivities[0].LastFailure?.Info).Type);
        await handle.UnpauseActivityAsync(ActivitySelector.All);
        Assert.Equal(3, await handle.ResultAsync());
    }

    [Fact]
    public async Task Activity_code_that_runs_after_a_reset_counts_its_attempts_from_one()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.PollAsync(3));
        await Environment.AdvanceAsync(TimeSpan.FromSeconds(20));
        await handle.ResetActivityAsync(ActivitySelector.All, new ActivityResetOptions { ResetHeartbeat = true });
        await Environment.AdvanceAsync(TimeSpan.FromSeconds(60));
        var activity = (await handle.DescribeAsync()).PendingActivities[0];
        Assert.Equal(1, activity.Attempt);
        Assert.Equal("ActivityReset", Assert.IsType<FailureInfo.Application>(activity.LastFailure?.Info).Type);
        Assert.Equal(3, await handle.ResultAsync());
    }

    [Fact]
    public async Task An_activity_on_a_queue_without_workers_is_moved_to_one_with()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.PollAsync(2));
        await Environment.AdvanceAsync(TimeSpan.FromSeconds(20));
        await handle.PauseActivityAsync(ActivitySelector.All);
        await Environment.AdvanceAsync(TimeSpan.FromHours(1));
        await handle.UpdateActivityOptionsAsync(ActivitySelector.All, new ActivityOptionsChange { TaskQueue = "nobody" });
        await handle.UnpauseActivityAsync(ActivitySelector.All);
        await Environment.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("nobody", Assert.Single((await handle.DescribeAsync()).PendingActivities).TaskQueue);
        await handle.RestoreActivityOptionsAsync(ActivitySelector.All);
        Assert.Equal(2, await handle.ResultAsync());
    }

    [Fact]
    public async Task What_is_not_pending_is_refused()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        var refusal = await Assert.ThrowsAsync<HoldfastException>(() => handle.PauseActivityAsync(ActivitySelector.WithId("none")));
        Assert.Equal(ErrorCodes.ActivityNotPending, refusal.Code);
    }
}
