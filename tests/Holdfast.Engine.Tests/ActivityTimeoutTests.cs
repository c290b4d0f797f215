using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class ActivityTimeoutTests
{
    private static ScheduleActivityTaskCommand OneAttempt => Scenario.Activity() with { RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } };

    private static Scenario Scheduled(ScheduleActivityTaskCommand command) => new Scenario().Start().RunTask(command);

    private static Failure TimeoutOf(Scenario run) => run.History.Select(e => e.Attributes).OfType<ActivityTaskTimedOut>().Single().Failure;

    [Fact]
    public void A_start_to_close_timeout_is_retried() => Scheduled(Scenario.Activity())
        .StartAttempt()
        .Sleep(60)
        .ExpectRecords("attempt 1 of 5 failed, next in 1 s")
        .ExpectEffects("cancel 5 attempt 1 TimedOut releases", "arm ActivityRetry 5");

    [Fact]
    public void The_last_attempt_allowed_times_the_activity_out() => Scheduled(OneAttempt)
        .StartAttempt()
        .Sleep(60)
        .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskTimedOut scheduled=5 started=6 StartToClose MaximumAttemptsReached", "8 WorkflowTaskScheduled");

    [Fact]
    public void The_last_attempt_allowed_that_is_silent_too_long_times_the_activity_out() => Scheduled(OneAttempt with { HeartbeatTimeout = TimeSpan.FromSeconds(5) })
        .StartAttempt()
        .Sleep(5)
        .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskTimedOut scheduled=5 started=6 Heartbeat MaximumAttemptsReached", "8 WorkflowTaskScheduled");

    [Fact]
    public void A_timeout_that_the_policy_names_as_not_to_be_retried_is_not() => Scheduled(Scenario.Activity() with { RetryPolicy = new RetryPolicy { NonRetryableErrorTypes = ["TemporalTimeout:StartToClose"] } })
        .StartAttempt()
        .Sleep(60)
        .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskTimedOut scheduled=5 started=6 StartToClose NonRetryableFailure", "8 WorkflowTaskScheduled");

    [Fact]
    public void A_schedule_to_start_timeout_is_never_retried() => Scheduled(Scenario.Activity() with { ScheduleToStartTimeout = TimeSpan.FromSeconds(5) })
        .Sleep(5)
        .ExpectRecords("6 ActivityTaskTimedOut scheduled=5 started=0 ScheduleToStart Timeout", "7 WorkflowTaskScheduled");

    [Fact]
    public void A_schedule_to_start_timeout_of_a_later_attempt_ends_the_activity_and_tells_the_failure_before()
    {
        var run = Scheduled(Scenario.Activity() with { ScheduleToStartTimeout = TimeSpan.FromSeconds(5) })
            .StartAttempt()
            .Respond(new ActivityOutcome.Failed(Scenario.Failure("First")))
            .Sleep(6)
            .ExpectRecords("6 ActivityTaskTimedOut scheduled=5 started=0 ScheduleToStart Timeout", "7 WorkflowTaskScheduled");

        Assert.Equal(Scenario.Failure("First"), TimeoutOf(run).Cause);
    }

    [Fact]
    public void A_schedule_to_close_timeout_alone_limits_the_attempts_and_the_waits_between_them()
    {
        var run = Scheduled(Scenario.Activity() with { StartToCloseTimeout = null, ScheduleToCloseTimeout = TimeSpan.FromSeconds(30) }).StartAttempt();
        Assert.Equal(TimeSpan.FromSeconds(30), run.Effects.OfType<DispatchActivity>().Single().Task.StartToCloseTimeout);
        run.AfterSeconds(19).Respond(new ActivityOutcome.Failed(Scenario.Failure())).Sleep(1).StartAttempt();
        Assert.Equal(TimeSpan.FromSeconds(10), run.Effects.OfType<DispatchActivity>().Single().Task.StartToCloseTimeout);
        run.Sleep(9.9);
        Assert.True(run.State.PendingActivities[0].IsStarted);
        run.Sleep(0.1).ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=2", "7 ActivityTaskTimedOut scheduled=5 started=6 ScheduleToClose Timeout", "8 WorkflowTaskScheduled");
    }

    [Fact]
    public void A_schedule_to_close_timeout_ends_a_running_attempt() => Scheduled(Scenario.Activity() with { ScheduleToCloseTimeout = TimeSpan.FromSeconds(30) })
        .StartAttempt()
        .Sleep(30)
        .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskTimedOut scheduled=5 started=6 ScheduleToClose Timeout", "8 WorkflowTaskScheduled")
        .ExpectEffects("cancel 5 attempt 1 TimedOut releases", "workflow task ready on orders");

    [Fact]
    public void A_schedule_to_close_timeout_ends_an_activity_that_waits() => Scheduled(Scenario.Activity() with { ScheduleToCloseTimeout = TimeSpan.FromSeconds(30) })
        .Sleep(30)
        .ExpectRecords("6 ActivityTaskTimedOut scheduled=5 started=0 ScheduleToClose Timeout", "7 WorkflowTaskScheduled");

    [Fact]
    public void An_attempt_that_times_out_too_late_for_another_times_out_the_whole_activity()
    {
        var run = Scheduled(Scenario.Activity() with { StartToCloseTimeout = TimeSpan.FromSeconds(10), ScheduleToCloseTimeout = TimeSpan.FromSeconds(10.5) })
            .StartAttempt()
            .Sleep(10)
            .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskTimedOut scheduled=5 started=6 ScheduleToClose Timeout", "8 WorkflowTaskScheduled");

        Assert.Equal(TimeoutType.StartToClose, Assert.IsType<FailureInfo.Timeout>(TimeoutOf(run).Cause!.Info).TimeoutType);
    }

    [Fact]
    public void Silence_longer_than_the_heartbeat_timeout_is_retried() => Scheduled(Scenario.Activity() with { HeartbeatTimeout = TimeSpan.FromSeconds(5) })
        .StartAttempt()
        .Sleep(5)
        .ExpectRecords("attempt 1 of 5 failed, next in 1 s");

    [Fact]
    public void Heartbeats_keep_an_attempt_alive_with_one_timer()
    {
        var run = Scheduled(Scenario.Activity() with { HeartbeatTimeout = TimeSpan.FromSeconds(5) }).StartAttempt();
        for (var i = 0; i < 10; i++)
        {
            run.AfterSeconds(0.4).Do(new HeartbeatActivity(5, 1, Payloads.Empty)).ExpectRecords().ExpectEffects();
        }

        run.Sleep(4.9);
        Assert.True(run.State.PendingActivities[0].IsStarted);
        run.Sleep(0.1);
        Assert.False(run.State.PendingActivities[0].IsStarted);
    }

    [Fact]
    public void A_timeout_carries_the_last_heartbeat_and_the_failure_before()
    {
        var run = Scheduled(Scenario.Activity() with { RetryPolicy = new RetryPolicy { MaximumAttempts = 2 } })
            .StartAttempt()
            .Respond(new ActivityOutcome.Failed(Scenario.Failure("First")))
            .Sleep(1)
            .StartAttempt()
            .Do(new HeartbeatActivity(5, 2, Scenario.Text("half")))
            .ExpectRecords("heartbeat of 5: \"half\"")
            .Sleep(60);

        Assert.Equal(Scenario.Text("half"), Assert.IsType<FailureInfo.Timeout>(TimeoutOf(run).Info).LastHeartbeatDetails);
        Assert.Equal(Scenario.Failure("First"), TimeoutOf(run).Cause);
    }

    [Fact]
    public void The_worker_is_told_the_time_that_is_really_left()
    {
        var run = Scheduled(Scenario.Activity() with { ScheduleToCloseTimeout = TimeSpan.FromSeconds(70) }).AfterSeconds(30).StartAttempt();

        Assert.Equal(TimeSpan.FromSeconds(40), run.Effects.OfType<DispatchActivity>().Single().Task.StartToCloseTimeout);
    }

    [Fact]
    public void The_run_timeout_shortens_the_time_of_an_attempt()
    {
        var run = new Scenario().Start(s => s with { WorkflowRunTimeout = TimeSpan.FromSeconds(45) }).RunTask(Scenario.Activity()).AfterSeconds(5).StartAttempt();

        Assert.Equal(TimeSpan.FromSeconds(40), run.Effects.OfType<DispatchActivity>().Single().Task.StartToCloseTimeout);
    }

    [Fact]
    public void A_silent_engine_does_not_count_as_a_silent_activity()
    {
        var run = Scheduled(Scenario.Activity() with { HeartbeatTimeout = TimeSpan.FromSeconds(5) }).StartAttempt().AfterSeconds(20).Crash();

        run.Sleep(4);
        Assert.True(run.State.PendingActivities[0].IsStarted);
    }

    [Fact]
    public void Sequential_activities_share_one_armed_timer()
    {
        var run = new Scenario().Start().RunTask(Scenario.Activity());
        var armed = 0;
        for (var i = 0; i < 20; i++)
        {
            run.StartAttempt();
            armed += run.Effects.Count(e => e is ArmTimer);
            run.Respond(new ActivityOutcome.Completed(Payloads.Empty)).StartTask();
            armed += run.Effects.Count(e => e is ArmTimer);
            run.CompleteTask(Scenario.Activity());
            armed += run.Effects.Count(e => e is ArmTimer);
        }

        Assert.Equal(0, armed);
    }

    [Fact]
    public void Many_timeouts_do_not_pile_up_in_one_failure()
    {
        var run = Scheduled(Scenario.Activity() with { RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromSeconds(1), BackoffCoefficient = 1 }, ScheduleToCloseTimeout = TimeSpan.FromDays(1) });
        for (var attempt = 0; attempt < 300; attempt++)
        {
            run.StartAttempt().Sleep(60).Sleep(1);
        }

        run.Sleep(24 * 60 * 60);
        var chain = 0;
        for (var failure = TimeoutOf(run); failure is not null; failure = failure.Cause)
        {
            chain++;
        }

        Assert.Equal(2, chain);
    }
}
