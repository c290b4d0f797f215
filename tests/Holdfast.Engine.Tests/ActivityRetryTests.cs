using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class ActivityRetryTests
{
    private static Scenario Running(Func<ScheduleActivityTaskCommand, ScheduleActivityTaskCommand>? change = null) => new Scenario()
        .Start()
        .RunTask(change is null ? Scenario.Activity() : change(Scenario.Activity()))
        .StartAttempt();

    [Fact]
    public void A_failed_attempt_is_followed_by_another_and_only_the_last_is_in_history() => Running()
        .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
        .ExpectRecords("attempt 1 of 5 failed, next in 1 s")
        .Sleep(1)
        .ExpectEffects("activity 5 attempt 2 ready on orders")
        .StartAttempt()
        .Respond(new ActivityOutcome.Completed(Payloads.Empty))
        .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=2", "7 ActivityTaskCompleted scheduled=5 started=6", "8 WorkflowTaskScheduled");

    [Fact]
    public void The_started_event_carries_the_failure_of_the_attempt_before()
    {
        var run = Running().Respond(new ActivityOutcome.Failed(Scenario.Failure("First"))).Sleep(1).StartAttempt().Respond(new ActivityOutcome.Completed(Payloads.Empty));

        var started = Assert.IsType<ActivityTaskStarted>(run.History[5].Attributes);
        Assert.Equal(Scenario.Failure("First"), started.LastFailure);
        Assert.Equal(2, started.Attempt);
    }

    [Fact]
    public void Delays_double_up_to_the_maximum_interval()
    {
        var run = Running(a => a with { RetryPolicy = new RetryPolicy { MaximumInterval = TimeSpan.FromSeconds(5) } });
        foreach (var seconds in new[] { 1, 2, 4, 5, 5 })
        {
            run.Respond(new ActivityOutcome.Failed(Scenario.Failure()));
            Assert.Equal(run.Now.AddSeconds(seconds), run.State.PendingActivities[0].NextAttemptTime);
            run.Sleep(seconds).StartAttempt();
        }
    }

    [Fact]
    public void The_maximum_interval_is_a_hundred_times_the_first_by_default()
    {
        var run = Running();
        for (var attempt = 1; attempt <= 9; attempt++)
        {
            run.Respond(new ActivityOutcome.Failed(Scenario.Failure())).Sleep(100).StartAttempt();
        }

        run.Respond(new ActivityOutcome.Failed(Scenario.Failure())).ExpectRecords("attempt 10 of 5 failed, next in 100 s");
    }

    [Fact]
    public void The_last_of_several_attempts_fails_the_activity() => Running(a => a with { RetryPolicy = new RetryPolicy { MaximumAttempts = 2 } })
        .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
        .ExpectRecords("attempt 1 of 5 failed, next in 1 s")
        .Sleep(1)
        .StartAttempt()
        .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
        .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=2", "7 ActivityTaskFailed scheduled=5 started=6 MaximumAttemptsReached", "8 WorkflowTaskScheduled");

    [Fact]
    public void The_last_attempt_allowed_fails_the_activity() => Running(a => a with { RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } })
        .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
        .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskFailed scheduled=5 started=6 MaximumAttemptsReached", "8 WorkflowTaskScheduled");

    [Fact]
    public void A_non_retryable_failure_fails_the_activity() => Running()
        .Respond(new ActivityOutcome.Failed(Scenario.Failure(nonRetryable: true)))
        .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskFailed scheduled=5 started=6 NonRetryableFailure", "8 WorkflowTaskScheduled");

    [Theory]
    [InlineData("CardDeclined", true)]
    [InlineData("cardDeclined", false)]
    [InlineData("CardDeclinedAgain", false)]
    public void Non_retryable_types_are_matched_exactly(string type, bool fails)
    {
        var run = Running(a => a with { RetryPolicy = new RetryPolicy { NonRetryableErrorTypes = ["CardDeclined"] } });
        run.Respond(new ActivityOutcome.Failed(Scenario.Failure(type)));

        Assert.Equal(fails, run.State.PendingActivities.Count == 0);
    }

    [Fact]
    public void A_failure_may_ask_for_its_own_delay() => Running()
        .Respond(new ActivityOutcome.Failed(Scenario.Failure(nextRetryDelay: TimeSpan.FromSeconds(42))))
        .ExpectRecords("attempt 1 of 5 failed, next in 42 s");

    [Fact]
    public void The_delay_that_a_failure_asks_for_holds_for_one_wait_and_may_be_longer_than_the_maximum_interval() =>
        Running(a => a with { RetryPolicy = new RetryPolicy { MaximumInterval = TimeSpan.FromSeconds(5) } })
            .Respond(new ActivityOutcome.Failed(Scenario.Failure(nextRetryDelay: TimeSpan.FromSeconds(42))))
            .ExpectRecords("attempt 1 of 5 failed, next in 42 s")
            .Sleep(42)
            .StartAttempt()
            .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
            .ExpectRecords("attempt 2 of 5 failed, next in 2 s");

    [Fact]
    public void A_delay_asked_for_beyond_the_schedule_to_close_timeout_fails_the_activity() =>
        Running(a => a with { ScheduleToCloseTimeout = TimeSpan.FromSeconds(30) })
            .Respond(new ActivityOutcome.Failed(Scenario.Failure(nextRetryDelay: TimeSpan.FromSeconds(31))))
            .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskFailed scheduled=5 started=6 Timeout", "8 WorkflowTaskScheduled");

    [Fact]
    public void No_attempt_begins_after_the_schedule_to_close_timeout() => Running(a => a with { ScheduleToCloseTimeout = TimeSpan.FromSeconds(10) })
        .AfterSeconds(9.5)
        .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
        .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskFailed scheduled=5 started=6 Timeout", "8 WorkflowTaskScheduled");

    [Theory]
    [InlineData(20, null)]
    [InlineData(null, 20)]
    [InlineData(600, 20)]
    public void No_attempt_begins_longer_after_its_activity_was_scheduled_than_the_run_may_take(int? runSeconds, int? executionSeconds)
    {
        FailedAfter(9).ExpectRecords("attempt 1 of 5 failed, next in 11 s");
        FailedAfter(9.1).ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskFailed scheduled=5 started=6 Timeout", "8 WorkflowTaskScheduled");

        Scenario FailedAfter(double seconds) => new Scenario()
            .Start(s => s with { WorkflowRunTimeout = Of(runSeconds), WorkflowExecutionTimeout = Of(executionSeconds) })
            .RunTask(Scenario.Activity() with { RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromSeconds(11) } })
            .StartAttempt()
            .AfterSeconds(seconds)
            .Respond(new ActivityOutcome.Failed(Scenario.Failure()));

        static TimeSpan? Of(int? seconds) => seconds is { } given ? TimeSpan.FromSeconds(given) : null;
    }

    [Fact]
    public void A_report_of_an_earlier_attempt_is_stale() => Running()
        .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
        .Sleep(1)
        .StartAttempt()
        .Send(new RespondActivity(5, 1, new ActivityOutcome.Completed(Payloads.Empty), Scenario.Worker))
        .ExpectRejection(ErrorCodes.StaleAttempt);

    [Fact]
    public void A_second_report_of_the_same_attempt_is_stale() => Running()
        .Respond(new ActivityOutcome.Completed(Payloads.Empty))
        .Send(new RespondActivity(5, 1, new ActivityOutcome.Completed(Payloads.Empty), Scenario.Worker))
        .ExpectRejection(ErrorCodes.StaleAttempt);

    [Fact]
    public void A_second_slot_for_the_same_attempt_is_not_used() => Running()
        .Do(new StartActivityAttempt(5, 1, "worker-2", 0))
        .ExpectRecords()
        .ExpectEffects();

    [Fact]
    public void Heartbeat_details_sent_with_a_failure_reach_the_next_attempt()
    {
        var run = Running().Respond(new ActivityOutcome.Failed(Scenario.Failure(), Scenario.Text("half"))).Sleep(1).StartAttempt();

        Assert.Equal(Scenario.Text("half"), run.Effects.OfType<DispatchActivity>().Single().Task.HeartbeatDetails);
    }

    [Fact]
    public void Heartbeat_details_reach_every_attempt_that_follows_also_after_a_timeout_and_a_crash()
    {
        var run = Running().Do(new HeartbeatActivity(5, 1, Scenario.Text("half"))).Sleep(60).Crash().Sleep(1).StartAttempt();
        Assert.Equal(Scenario.Text("half"), run.Effects.OfType<DispatchActivity>().Single().Task.HeartbeatDetails);

        run.Respond(new ActivityOutcome.Failed(Scenario.Failure())).Sleep(2).StartAttempt();
        Assert.Equal(Scenario.Text("half"), run.Effects.OfType<DispatchActivity>().Single().Task.HeartbeatDetails);
    }

    [Fact]
    public void A_heartbeat_without_details_takes_nothing_back_of_those_before()
    {
        var run = Running().Do(new HeartbeatActivity(5, 1, Scenario.Text("half"))).Do(new HeartbeatActivity(5, 1, Payloads.Empty)).Sleep(60).Sleep(1).StartAttempt();
        Assert.Equal(Scenario.Text("half"), run.Effects.OfType<DispatchActivity>().Single().Task.HeartbeatDetails);
    }

    [Fact]
    public void An_attempt_of_a_worker_outside_the_engine_outlives_the_engine() => Running()
        .Crash()
        .Do(new LoseActivityAttempts(2))
        .ExpectRecords();

    [Fact]
    public void A_lost_attempt_is_retried_at_once_even_when_there_is_no_time_for_a_delay() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity() with { ScheduleToCloseTimeout = TimeSpan.FromSeconds(10) })
        .StartAttempt(processEpoch: 1)
        .AfterSeconds(9.5)
        .Do(new LoseActivityAttempts(2))
        .ExpectRecords("attempt 1 of 5 failed, next in 0 s");

    [Fact]
    public void An_attempt_in_an_earlier_process_is_lost_and_one_elsewhere_is_not() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity("a"), Scenario.Activity("b"), Scenario.Activity("c") with { RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } })
        .StartAttempt(0, processEpoch: 1)
        .StartAttempt(1, processEpoch: 0)
        .StartAttempt(2, processEpoch: 1)
        .Crash()
        .Do(new LoseActivityAttempts(2))
        .ExpectRecords(
            "attempt 1 of 5 failed, next in 0 s",
            "8 ActivityTaskStarted scheduled=7 attempt=1",
            "9 ActivityTaskFailed scheduled=7 started=8 MaximumAttemptsReached",
            "10 WorkflowTaskScheduled")
        .ExpectEffects("activity 5 attempt 2 ready on orders", "workflow task ready on orders");

    [Fact]
    public void A_result_above_the_payload_limit_fails_the_activity()
    {
        var run = new Scenario(new EngineLimits { PayloadBytes = 8 }).Start().RunTask(Scenario.Activity()).StartAttempt();
        run.Respond(new ActivityOutcome.Completed(Scenario.Text("much too long")));

        var failed = Assert.IsType<ActivityTaskFailed>(run.History[6].Attributes);
        Assert.Contains("15 bytes; the limit is 8", failed.Failure.Message, StringComparison.Ordinal);
    }
}
