using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class ActivityOperationTests
{
    private static readonly ActivityOperation Pause = new ActivityOperation.Pause("look first");
    private static readonly ActivityOperation Unpause = new ActivityOperation.Unpause(TimeSpan.Zero, ResetsAttempts: false, ResetsHeartbeat: false);
    private static readonly ActivityOperation Reset = new ActivityOperation.Reset(TimeSpan.Zero, KeepsPause: false, ResetsHeartbeat: false, RestoresOptions: false);

    [Fact]
    public void A_paused_activity_is_not_started_until_it_is_unpaused() => Waiting()
        .Do(On(Pause)).ExpectRecords("paused 5").ExpectEffects()
        .Do(new StartActivityAttempt(5, 1, Scenario.Worker, 0)).ExpectRecords()
        .Crash().ExpectEffects()
        .Do(On(Unpause)).ExpectRecords("unpaused 5").ExpectEffects("activity 5 attempt 1 ready on orders")
        .StartAttempt();

    [Fact]
    public void Pausing_twice_and_unpausing_what_is_not_paused_change_nothing() => Waiting()
        .Do(On(Unpause)).ExpectRecords()
        .Do(On(Pause))
        .Do(On(Pause)).ExpectRecords();

    [Fact]
    public void A_request_that_changed_nothing_changes_nothing_when_it_comes_again()
    {
        Waiting()
            .Do(On(Pause)).Do(On("pause", Pause)).ExpectRecords("noted pause")
            .Do(On(Unpause)).Do(On("unpause", Unpause)).ExpectRecords("noted unpause")
            .Crash()
            .Do(On("pause", Pause)).ExpectRecords().ExpectEffects()
            .Do(On(Pause)).Do(On("unpause", Unpause)).ExpectRecords().ExpectEffects();
        var change = new ActivityOptionsChange { TaskQueue = "elsewhere" };
        Waiting()
            .Do(On("restore", new ActivityOperation.RestoreOptions())).ExpectRecords("noted restore")
            .Do(On(new ActivityOperation.UpdateOptions(change)))
            .Do(On("restore", new ActivityOperation.RestoreOptions())).ExpectRecords();
    }

    [Fact]
    public void Only_the_activities_meant_are_paused()
    {
        var run = new Scenario().Start().RunTask(Scenario.Activity("a"), Scenario.Activity("b"))
            .Do(On(Pause, ActivitySelector.WithId("b"))).ExpectRecords("paused 6");
        Assert.Equal([PendingActivityState.Scheduled, PendingActivityState.Paused], RunDescription.Describe(run.State).PendingActivities.Select(a => a.State));
        run.Do(On(Pause, ActivitySelector.OfType(run.State.PendingActivities[0].Scheduled.ActivityType))).ExpectRecords("paused 5");
        run.Do(On(Unpause, ActivitySelector.All)).ExpectRecords("unpaused 5", "unpaused 6");
    }

    [Fact]
    public void What_is_not_pending_is_refused() => Waiting()
        .Send(On(Pause, ActivitySelector.WithId("other"))).ExpectRejection(ErrorCodes.ActivityNotPending);

    [Fact]
    public void An_attempt_that_runs_is_told_and_its_failure_uses_no_last_attempt_up()
    {
        var run = new Scenario()
            .Start()
            .RunTask(Scenario.Activity() with { RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } })
            .StartAttempt()
            .Do(On(Pause)).ExpectEffects("cancel 5 attempt 1 Paused")
            .Crash();
        Assert.Contains(run.Effects, e => e is CancelActivityAttempt { Reason: ActivityCancelReason.Paused });
        Assert.Equal(PendingActivityState.PauseRequested, RunDescription.Describe(run.State).PendingActivities[0].State);
        run.Respond(new ActivityOutcome.Failed(Scenario.Failure())).ExpectRecords("attempt 1 of 5 failed, next in 0 s");
        Assert.True(run.State.IsIdle);
        run.Do(On(Unpause)).ExpectEffects("activity 5 attempt 2 ready on orders");
    }

    [Fact]
    public void Unpausing_drops_the_rest_of_the_backoff_and_can_forgive_attempts()
    {
        var run = FailedOnce().Do(On(Pause));
        run.Do(On(new ActivityOperation.Unpause(TimeSpan.Zero, ResetsAttempts: true, ResetsHeartbeat: false))).ExpectEffects("activity 5 attempt 2 ready on orders");
        Assert.Equal(1, RunDescription.Describe(run.State).PendingActivities[0].Attempt);
    }

    [Fact]
    public void Jitter_delays_the_next_attempt_by_a_part_of_it()
    {
        var run = Waiting().Do(On(Pause)).Do(On(new ActivityOperation.Unpause(TimeSpan.FromHours(1), ResetsAttempts: false, ResetsHeartbeat: false)));
        Assert.DoesNotContain(run.Effects, e => e is ActivityReady);
        Assert.InRange(run.State.PendingActivities[0].NextAttemptTime, run.State.StartTime, run.State.StartTime.AddHours(1));
        run.Sleep(3_600).ExpectEffects("activity 5 attempt 1 ready on orders");
    }

    [Fact]
    public void A_reset_activity_counts_from_one_and_its_reports_are_still_fenced()
    {
        var run = FailedOnce().Do(On(Reset)).ExpectRecords("reset 5").ExpectEffects("activity 5 attempt 2 ready on orders");
        Assert.Equal(1, RunDescription.Describe(run.State).PendingActivities[0].Attempt);
        run.Do(new StartActivityAttempt(5, 2, Scenario.Worker, 0));
        var task = Assert.Single(run.Effects.OfType<DispatchActivity>()).Task;
        Assert.Equal((2, 1), (task.Activity.Attempt, task.ForgivenAttempts));
        run.Send(new RespondActivity(5, 1, new ActivityOutcome.Completed(Payloads.Empty), Scenario.Worker)).ExpectRejection(ErrorCodes.StaleAttempt);
    }

    [Fact]
    public void An_attempt_that_is_reset_while_it_runs_does_not_count()
    {
        var run = new Scenario()
            .Start()
            .RunTask(Scenario.Activity() with { RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } })
            .StartAttempt()
            .Do(On(Reset)).ExpectEffects("cancel 5 attempt 1 Reset")
            .Respond(new ActivityOutcome.Failed(Scenario.Failure())).ExpectRecords("attempt 1 of 5 failed, next in 1 s")
            .Sleep(1);
        run.Do(new StartActivityAttempt(5, 2, Scenario.Worker, 0));
        run.Do(new RespondActivity(5, 2, new ActivityOutcome.Failed(Scenario.Failure()), Scenario.Worker));
        Assert.Contains(run.Records.OfType<HistoryEvent>(), e => e.Attributes is ActivityTaskFailed { RetryState: RetryState.MaximumAttemptsReached });
    }

    [Fact]
    public void A_reset_can_keep_the_pause_and_forget_heartbeats_once_the_attempt_has_ended()
    {
        var run = Waiting().StartAttempt()
            .Do(new HeartbeatActivity(5, 1, Scenario.Text("half")))
            .Do(On(Pause))
            .Do(On(new ActivityOperation.Reset(TimeSpan.Zero, KeepsPause: true, ResetsHeartbeat: true, RestoresOptions: false)));
        Assert.Single(run.State.PendingActivities[0].HeartbeatDetails);
        run.Respond(new ActivityOutcome.Failed(Scenario.Failure()));
        Assert.Empty(run.State.PendingActivities[0].HeartbeatDetails);
        Assert.True(run.State.PendingActivities[0].IsPaused);
    }

    [Fact]
    public void Changed_options_apply_at_once_and_can_be_taken_back()
    {
        var change = new ActivityOptionsChange { TaskQueue = "elsewhere", ScheduleToCloseTimeout = TimeSpan.FromMinutes(5) };
        var run = Waiting().Do(On(new ActivityOperation.UpdateOptions(change))).ExpectRecords("options of 5 on elsewhere");
        Assert.Contains(run.Effects, e => e is ActivityReady { TaskQueue: "elsewhere", Attempt: 2 });
        run.Do(new StartActivityAttempt(5, 1, Scenario.Worker, 0)).ExpectRecords();
        Assert.Equal(1, RunDescription.Describe(run.State).PendingActivities[0].Attempt);
        run.Do(On(new ActivityOperation.RestoreOptions())).ExpectRecords("options of 5 on orders");
        Assert.Null(run.State.PendingActivities[0].Scheduled.ScheduleToCloseTimeout);
    }

    [Fact]
    public void A_shortened_timeout_ends_an_attempt_that_runs()
    {
        var change = new ActivityOptionsChange { ScheduleToCloseTimeout = TimeSpan.FromSeconds(3) };
        var run = Waiting().StartAttempt().Do(On(new ActivityOperation.UpdateOptions(change))).Sleep(3);
        Assert.Contains(run.Records.OfType<HistoryEvent>(), e => e.Type == EventType.ActivityTaskTimedOut);
    }

    [Fact]
    public void Options_that_are_not_valid_are_refused() => Waiting()
        .Send(On(new ActivityOperation.UpdateOptions(new ActivityOptionsChange { StartToCloseTimeout = TimeSpan.Zero }))).ExpectRejection(ErrorCodes.InvalidArgument);

    [Fact]
    public void The_same_request_again_changes_nothing() => Waiting()
        .Do(On(Reset, requestId: "r1")).ExpectRecords("reset 5")
        .Do(On(Reset, requestId: "r1")).ExpectRecords()
        .Crash()
        .Do(On(Reset, requestId: "r1")).ExpectRecords();

    private static Scenario Waiting() => new Scenario().Start().RunTask(Scenario.Activity());

    private static Scenario FailedOnce() => Waiting().StartAttempt().Respond(new ActivityOutcome.Failed(Scenario.Failure()));

    private static OperateActivities On(string requestId, ActivityOperation operation) => On(operation, requestId: requestId);

    private static OperateActivities On(ActivityOperation operation, ActivitySelector? activities = null, string requestId = "") => new(activities ?? ActivitySelector.WithId("a"), operation, "operator", requestId);
}
