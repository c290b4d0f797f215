using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class ActivityHandOverTests
{
    [Fact]
    public void An_attempt_that_completes_later_outlives_the_process_of_its_worker() => Running()
        .Respond(new ActivityOutcome.CompletesLater()).ExpectRecords("handed over 5 attempt 1")
        .Crash()
        .Do(new LoseActivityAttempts(2)).ExpectRecords()
        .Respond(new ActivityOutcome.Completed(Scenario.Text("ok")))
        .ExpectRecords("6 ActivityTaskStarted scheduled=5 attempt=1", "7 ActivityTaskCompleted scheduled=5 started=6", "8 WorkflowTaskScheduled");

    [Fact]
    public void An_attempt_is_handed_over_once() => Running()
        .Respond(new ActivityOutcome.CompletesLater())
        .Respond(new ActivityOutcome.CompletesLater()).ExpectRecords();

    [Fact]
    public void An_attempt_that_completes_later_can_fail_and_be_retried_by_a_worker_again()
    {
        var run = Running()
            .Respond(new ActivityOutcome.CompletesLater())
            .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
            .Sleep(1)
            .StartAttempt(processEpoch: 1);
        Assert.Equal(2, run.State.PendingActivities[0].Attempt);
        run.Do(new LoseActivityAttempts(2));
        Assert.Equal(3, run.State.PendingActivities[0].Attempt);
    }

    [Fact]
    public void An_attempt_that_completes_later_still_times_out()
    {
        var run = Running(a => a with { RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } })
            .Respond(new ActivityOutcome.CompletesLater())
            .Sleep(60);
        Assert.IsType<ActivityTaskTimedOut>(run.History[^2].Attributes);
    }

    [Fact]
    public void A_run_that_only_waits_for_an_attempt_that_completes_later_may_leave_memory()
    {
        var run = Running();
        Assert.False(run.State.IsIdle);
        Assert.True(run.Respond(new ActivityOutcome.CompletesLater()).State.IsIdle);
    }

    [Fact]
    public void A_run_stays_in_memory_while_heartbeats_of_such_an_attempt_are_expected() =>
        Assert.False(Running(a => a with { HeartbeatTimeout = TimeSpan.FromSeconds(30) }).Respond(new ActivityOutcome.CompletesLater()).State.IsIdle);

    private static Scenario Running(Func<ScheduleActivityTaskCommand, ScheduleActivityTaskCommand>? change = null) => new Scenario()
        .Start()
        .RunTask(change is null ? Scenario.Activity() : change(Scenario.Activity()))
        .StartAttempt(processEpoch: 1);
}
