using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class RunningStandaloneActivities : IAsyncLifetime
{
    private MailActivities _mail = null!;
    private WorkflowEnvironment _environment = null!;

    private IHoldfastClient Client => _environment.Client;

    public async ValueTask InitializeAsync() => _environment = await WorkflowEnvironment.StartAsync(e =>
    {
        _mail = new MailActivities(e.TimeProvider);
        e.AddActivities(_mail).AddWorkflow<MailboxWorkflow>();
    });

    public ValueTask DisposeAsync() => _environment.DisposeAsync();

    [Fact]
    public async Task A_client_executes_an_activity_by_a_typed_call_and_by_name()
    {
        Assert.Equal("sent to ada", await Client.ExecuteActivityAsync((MailActivities m) => m.SendAsync("ada")));
        Assert.Equal("sent to bob", await Client.ExecuteActivityAsync<string>("Send", ["bob"]));
        Assert.Equal(3, await Client.ExecuteActivityAsync(() => MailActivities.Count("abc")));
        Assert.True(_mail.LastInfo!.IsStandalone);
        Assert.Equal(("", "", "Send"), (_mail.LastInfo.WorkflowId, _mail.LastInfo.WorkflowType, _mail.LastInfo.ActivityType));
    }

    [Fact]
    public async Task Failed_attempts_are_retried_in_virtual_time_and_over_a_crash()
    {
        _mail.FailuresToCome = 3;
        var handle = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), new StandaloneActivityOptions { Id = "letter", RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromHours(1) } });
        await _environment.AdvanceAsync(TimeSpan.FromMinutes(90));
        var described = await handle.DescribeAsync();
        Assert.Equal((ActivityExecutionStatus.Running, 3), (described.Info.Status, described.Pending!.Attempt));
        await _environment.RestartAsync(TestContext.Current.CancellationToken);
        Assert.Equal("sent to ada", await handle.ResultAsync());
        described = await handle.DescribeAsync();
        Assert.Equal((ActivityExecutionStatus.Completed, 4, "the mail server is away"), (described.Info.Status, described.Attempt, described.LastFailure!.Message));
        Assert.Equal(TimeSpan.FromHours(1 + 2 + 4), described.Info.ExecutionDuration);
        Assert.NotNull(described.Outcome!.Result);
    }

    [Fact]
    public async Task A_failure_that_no_retry_mends_reaches_whoever_awaits_the_result()
    {
        var handle = await Client.StartActivityAsync(() => MailActivities.RefuseAsync());
        var failed = await Assert.ThrowsAsync<ActivityDidNotCompleteException>(() => handle.ResultAsync());
        Assert.Equal((ActivityExecutionStatus.Failed, "NoSuchAddress"), (failed.Status, Assert.IsType<ApplicationFailureException>(failed.InnerException).FailureType));
        Assert.Equal(ErrorCodes.ActivityDidNotComplete, failed.Code);
    }

    [Fact]
    public async Task A_running_one_is_told_of_its_cancellation_and_one_that_waits_is_canceled_at_once()
    {
        var watching = await Client.StartActivityAsync((MailActivities m) => m.WatchAsync(CancellationToken.None));
        await _environment.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.FromMinutes(1), (await watching.DescribeAsync()).HeartbeatTimeout);
        await watching.CancelAsync("enough");
        Assert.Equal(ActivityExecutionStatus.Canceled, (await Assert.ThrowsAsync<ActivityDidNotCompleteException>(() => watching.ResultAsync())).Status);
        Assert.Equal("enough", (await watching.DescribeAsync()).CancelReason);

        var waiting = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), new StandaloneActivityOptions { StartDelay = TimeSpan.FromDays(1) });
        await waiting.CancelAsync();
        Assert.Equal(ActivityExecutionStatus.Canceled, (await Assert.ThrowsAsync<ActivityDidNotCompleteException>(() => waiting.ResultAsync())).Status);
        Assert.Empty(_mail.Sent);
    }

    [Fact]
    public async Task A_terminated_one_tells_the_reason_and_a_deleted_one_is_gone()
    {
        var handle = await Client.StartActivityAsync((MailActivities m) => m.WatchAsync(CancellationToken.None), new StandaloneActivityOptions { Id = "watch" });
        await handle.TerminateAsync("no use any more");
        var terminated = await Assert.ThrowsAsync<ActivityDidNotCompleteException>(() => handle.ResultAsync());
        Assert.Equal((ActivityExecutionStatus.Terminated, "no use any more"), (terminated.Status, terminated.InnerException!.Message));
        Assert.Equal(ErrorCodes.RunClosed, (await Assert.ThrowsAsync<HoldfastException>(() => handle.CancelAsync())).Code);
        await handle.DeleteAsync();
        Assert.Equal(ErrorCodes.NotFound, (await Assert.ThrowsAsync<HoldfastException>(() => handle.DescribeAsync())).Code);
        Assert.Equal(0, (await Client.CountActivitiesAsync()).Count);
    }

    [Fact]
    public async Task A_paused_one_waits_over_a_crash_and_goes_on_with_its_attempts_forgiven()
    {
        _mail.FailuresToCome = 2;
        RetryPolicy policy = new() { InitialInterval = TimeSpan.FromHours(1), MaximumAttempts = 2 };
        var handle = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), new StandaloneActivityOptions { Id = "letter", RetryPolicy = policy });
        await _environment.AdvanceAsync(TimeSpan.FromMinutes(1));
        await handle.PauseAsync("the server is down");
        await _environment.RestartAsync(TestContext.Current.CancellationToken);
        await _environment.AdvanceAsync(TimeSpan.FromDays(1));
        var described = await handle.DescribeAsync();
        Assert.Equal((PendingActivityState.Paused, "the server is down", 2), (described.Pending!.State, described.Pending.Pause!.Reason, described.Attempt));
        await handle.UnpauseAsync(new ActivityUnpauseOptions { ResetAttempts = true });
        Assert.Equal("sent to ada", await handle.ResultAsync());
        Assert.Equal(0, _mail.FailuresToCome);
        Assert.Equal(ErrorCodes.RunClosed, (await Assert.ThrowsAsync<HoldfastException>(() => handle.PauseAsync())).Code);
    }

    [Fact]
    public async Task One_on_a_queue_without_workers_is_moved_and_a_reset_one_begins_anew_with_its_options()
    {
        var lost = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), new StandaloneActivityOptions { TaskQueue = "nobody" });
        await lost.UpdateOptionsAsync(new ActivityOptionsChange { TaskQueue = "default" });
        Assert.Equal("sent to ada", await lost.ResultAsync());

        _mail.FailuresToCome = 2;
        var handle = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("bob"), new StandaloneActivityOptions { RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromDays(1) } });
        await _environment.AdvanceAsync(TimeSpan.FromMinutes(1));
        await handle.UpdateOptionsAsync(new ActivityOptionsChange { RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromDays(9) } });
        await handle.ResetAsync(new ActivityResetOptions { RestoreOriginalOptions = true });
        var begun = _environment.Now;
        Assert.Equal("sent to bob", await handle.ResultAsync());
        Assert.InRange(_environment.Now - begun, TimeSpan.FromDays(1), TimeSpan.FromDays(2));
        Assert.Equal(2, (await handle.DescribeAsync()).Attempt);
    }

    [Fact]
    public async Task A_start_delay_passes_in_virtual_time_and_over_a_crash()
    {
        var begun = _environment.Now;
        var handle = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), new StandaloneActivityOptions { StartDelay = TimeSpan.FromDays(30), ScheduleToCloseTimeout = TimeSpan.FromHours(1) });
        await _environment.RestartAsync(TestContext.Current.CancellationToken);
        Assert.Equal("sent to ada", await handle.ResultAsync());
        Assert.Equal(begun + TimeSpan.FromDays(30), _environment.Now);
    }

    [Fact]
    public async Task An_ID_has_one_open_run_and_the_policies_say_what_another_start_does()
    {
        StandaloneActivityOptions options = new() { Id = "job-1", StartDelay = TimeSpan.FromHours(1) };
        var first = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), options);
        var refused = await Assert.ThrowsAsync<ActivityAlreadyStartedException>(() => Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), options));
        Assert.Equal((first.RunId, ErrorCodes.ActivityAlreadyStarted), (refused.RunId, refused.Code));
        var used = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), options with { IdConflictPolicy = ActivityIdConflictPolicy.UseExisting });
        Assert.Equal(first.RunId, used.RunId);
        await first.ResultAsync();

        foreach (var policy in new[] { ActivityIdReusePolicy.RejectDuplicate, ActivityIdReusePolicy.AllowDuplicateFailedOnly })
        {
            await Assert.ThrowsAsync<ActivityAlreadyStartedException>(() => Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), options with { IdReusePolicy = policy }));
        }

        var second = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), options with { RequestId = "r-1" });
        Assert.NotEqual(first.RunId, second.RunId);
        Assert.Equal(second.RunId, (await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), options with { RequestId = "r-1" })).RunId);
    }

    [Fact]
    public async Task One_that_failed_may_be_followed_where_only_those_that_failed_may()
    {
        StandaloneActivityOptions options = new() { Id = "job-1", IdReusePolicy = ActivityIdReusePolicy.AllowDuplicateFailedOnly };
        var first = await Client.StartActivityAsync(() => MailActivities.RefuseAsync(), options);
        await Assert.ThrowsAsync<ActivityDidNotCompleteException>(() => first.ResultAsync());
        await Assert.ThrowsAsync<ActivityAlreadyStartedException>(() => Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), options with { IdReusePolicy = ActivityIdReusePolicy.RejectDuplicate }));
        var second = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), options);
        Assert.NotEqual(first.RunId, second.RunId);
        Assert.Equal("sent to ada", await second.ResultAsync());
    }

    [Fact]
    public async Task Activities_and_workflows_have_ID_spaces_and_lists_of_their_own()
    {
        var workflow = await Client.StartWorkflowAsync((MailboxWorkflow w) => w.RunAsync(), new WorkflowOptions { Id = "same" });
        var activity = await Client.StartActivityAsync((MailActivities m) => m.SendAsync("ada"), new StandaloneActivityOptions { Id = "same", StartDelay = TimeSpan.FromHours(1) });
        Assert.Equal("same", (await Client.ListActivitiesAsync().SingleAsync()).ActivityId);
        Assert.Equal("same", (await Client.ListWorkflowsAsync().SingleAsync()).Execution.WorkflowId);
        Assert.Equal((1, 1), ((int)(await Client.CountWorkflowsAsync()).Count, (int)(await Client.CountActivitiesAsync()).Count));
        var reserved = StandaloneActivity.WorkflowIdOf("same");
        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => Client.GetWorkflowHandle(reserved).TerminateAsync());
        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => Client.GetWorkflowHandle(reserved).ResetAsync());
        Assert.Equal(ErrorCodes.InvalidArgument, (await Assert.ThrowsAsync<HoldfastException>(() => Client.StartWorkflowAsync((MailboxWorkflow w) => w.RunAsync(), new WorkflowOptions { Id = reserved }))).Code);
        await workflow.TerminateAsync();
        Assert.Equal("sent to ada", await activity.ResultAsync());
    }

    [Fact]
    public async Task They_are_listed_and_counted_by_filters_open_and_closed_and_settled()
    {
        for (var i = 1; i <= 3; i++)
        {
            await Client.ExecuteActivityAsync((MailActivities m) => m.SendAsync("ada"), new StandaloneActivityOptions { Id = $"send-{i}", SearchAttributes = SearchAttributes.Of(Keys.Region.Set(i == 1 ? "eu" : "us")) });
        }

        await Client.StartActivityAsync((MailActivities m) => m.WatchAsync(CancellationToken.None), new StandaloneActivityOptions { Id = "watch-1" });
        await _environment.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(["send-3", "send-2", "send-1"], await IdsAsync("ActivityType = 'Send'"));
        Assert.Equal(["send-2"], await IdsAsync("ActivityId = 'send-2'"));
        Assert.Equal(["send-3", "send-1"], await IdsAsync("ActivityId IN ('send-1', 'send-3') AND ExecutionStatus = 'Completed'"));
        Assert.Equal(["send-1"], await IdsAsync("ActivityId STARTS_WITH 'send' AND Region = 'eu'"));
        Assert.Equal(["watch-1"], await IdsAsync("NOT ActivityId STARTS_WITH 'send' AND CloseTime IS NULL"));
        var groups = (await Client.CountActivitiesAsync("GROUP BY ActivityType")).Groups;
        Assert.Equal(["\"Send\" 3", "\"Watch\" 1"], groups.Select(g => $"{g.Value} {g.Count}"));
        Assert.Equal("\"watch-1\"", (await Client.CountActivitiesAsync("ActivityType = 'Watch' GROUP BY ActivityId")).Groups.Single().Value.ToString());
        await Assert.ThrowsAsync<HoldfastException>(() => IdsAsync("WorkflowId = 'send-1'"));
    }

    [Fact]
    public async Task One_that_completes_later_is_completed_by_its_token_and_by_its_ID_after_a_crash()
    {
        var byToken = await Client.StartActivityAsync((MailActivities m) => m.AskSomebodyAsync());
        await _environment.AdvanceAsync(TimeSpan.FromSeconds(1));
        await Client.GetAsyncActivityHandle(_mail.TaskToken!).CompleteAsync("by token");
        Assert.Equal("by token", await byToken.ResultAsync());

        var byId = await Client.StartActivityAsync((MailActivities m) => m.AskSomebodyAsync(), new StandaloneActivityOptions { Id = "ask" });
        await _environment.AdvanceAsync(TimeSpan.FromSeconds(1));
        await _environment.RestartAsync(TestContext.Current.CancellationToken);
        var somebody = Client.GetAsyncStandaloneActivityHandle("ask");
        Assert.False(await somebody.HeartbeatAsync(["half"]));
        await byId.CancelAsync();
        Assert.True(await somebody.HeartbeatAsync());
        await somebody.CompleteAsync("by ID");
        Assert.Equal("by ID", await byId.ResultAsync());
    }

    [Fact]
    public async Task A_description_has_what_it_was_started_with()
    {
        var handle = await Client.StartActivityAsync("Nobody", [1], new StandaloneActivityOptions
        {
            Id = "described",
            TaskQueue = "elsewhere",
            ScheduleToStartTimeout = TimeSpan.FromMinutes(1),
            Priority = new Priority { PriorityKey = 2 },
            StaticSummary = "a summary",
            StaticDetails = "details",
        });
        var described = await handle.DescribeAsync();
        Assert.Equal(("elsewhere", "a summary", "details", 2), (described.Info.TaskQueue, described.StaticSummary, described.StaticDetails, described.Priority!.PriorityKey));
        Assert.Equal((TimeSpan.FromMinutes(5), PendingActivityState.Scheduled, "1"), (described.StartToCloseTimeout, described.Pending!.State, described.Input[0].ToString()));
        await _environment.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((ActivityExecutionStatus.TimedOut, 0), ((await handle.DescribeAsync()).Info.Status, (await handle.DescribeAsync()).Attempt));
        var timedOut = await Assert.ThrowsAsync<ActivityDidNotCompleteException>(() => handle.ResultAsync());
        Assert.Equal(TimeoutType.ScheduleToStart, Assert.IsType<FailureInfo.Timeout>(timedOut.Failure.Info).TimeoutType);
    }

    private async Task<List<string>> IdsAsync(string filterText) => await Client.ListActivitiesAsync(filterText).Select(a => a.ActivityId).ToListAsync();
}
