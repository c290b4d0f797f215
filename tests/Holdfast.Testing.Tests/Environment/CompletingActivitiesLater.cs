using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class CompletingActivitiesLater : IAsyncLifetime
{
    private readonly ApprovalActivities _activities = new();
    private WorkflowEnvironment _environment = null!;

    private IHoldfastClient Client => _environment.Client;

    public async ValueTask InitializeAsync() =>
        _environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(ApprovalFlows).Assembly).AddActivities(_activities));

    public ValueTask DisposeAsync() => _environment.DisposeAsync();

    [Fact]
    public async Task An_activity_is_completed_by_its_task_token()
    {
        var result = await StartAsync();
        await Client.GetAsyncActivityHandle(_activities.TaskTokens[0]).CompleteAsync("granted");
        Assert.Equal("granted", await result.ResultAsync());
    }

    [Fact]
    public async Task An_activity_is_completed_by_its_ID_after_a_crash_of_the_process()
    {
        var result = await StartAsync();
        await _environment.RestartAsync(TestContext.Current.CancellationToken);
        await Client.GetAsyncActivityHandle("asking", ApprovalFlows.ActivityId).CompleteAsync("granted");
        Assert.Equal("granted", await result.ResultAsync());
        Assert.Single(_activities.TaskTokens);
    }

    [Fact]
    public async Task An_activity_that_is_failed_from_outside_is_tried_again()
    {
        var result = await StartAsync();
        await Client.GetAsyncActivityHandle(_activities.TaskTokens[0]).FailAsync(new InvalidOperationException("nobody was there"));
        await _environment.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _activities.TaskTokens.Count);
        var stale = await Assert.ThrowsAsync<HoldfastException>(() => Client.GetAsyncActivityHandle(_activities.TaskTokens[0]).CompleteAsync("late"));
        Assert.Equal(ErrorCodes.StaleAttempt, stale.Code);
        await Client.GetAsyncActivityHandle(_activities.TaskTokens[1]).CompleteAsync("granted");
        Assert.Equal("granted", await result.ResultAsync());
    }

    [Fact]
    public async Task A_heartbeat_from_outside_tells_of_the_cancellation_which_is_then_confirmed()
    {
        var result = await StartAsync();
        var activity = Client.GetAsyncActivityHandle("asking", ApprovalFlows.ActivityId);
        Assert.False(await activity.HeartbeatAsync(["half"]));
        await result.CancelAsync();
        Assert.True(await activity.HeartbeatAsync());
        await activity.ReportCanceledAsync();
        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => result.ResultAsync());
        Assert.Equal(WorkflowExecutionStatus.Canceled, failed.Status);
    }

    [Fact]
    public async Task An_activity_that_nobody_completes_times_out()
    {
        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(async () => await (await StartAsync()).ResultAsync());
        Assert.IsType<TimeoutFailureException>(failed.InnerException!.InnerException);
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromDays(7), _environment.Now);
    }

    [Fact]
    public async Task An_activity_that_is_not_pending_is_not_found()
    {
        await StartAsync();
        var error = await Assert.ThrowsAsync<HoldfastException>(() => Client.GetAsyncActivityHandle("asking", "another").CompleteAsync());
        Assert.Equal(ErrorCodes.NotFound, error.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c.d.e")]
    [InlineData("1.2.3")]
    public void A_text_that_is_no_task_token_is_refused(string token) =>
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => Client.GetAsyncActivityHandle(token)).Code);

    /// <summary>Starts the workflow and waits until its activity was left to somebody else.</summary>
    private async Task<WorkflowResultHandle<string>> StartAsync()
    {
        var handle = await Client.StartWorkflowAsync(() => ApprovalFlows.AskAsync("a bonus"), new WorkflowOptions { Id = "asking" });
        await _environment.AdvanceAsync(TimeSpan.Zero);
        Assert.NotEmpty(_activities.TaskTokens);
        return handle;
    }
}
