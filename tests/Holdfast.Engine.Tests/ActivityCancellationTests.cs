using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class ActivityCancellationTests
{
    private static readonly RequestCancelActivityTaskCommand Cancel = new() { ScheduledEventId = 5 };

    private static Scenario Scheduled() => new Scenario().Start().RunTask(Scenario.Activity());

    private static Scenario CancelRequested() => Scheduled().StartAttempt().Signal().RunTask(Cancel);

    [Fact]
    public void An_activity_that_no_worker_is_at_is_canceled_at_once() => Scheduled()
        .Signal()
        .RunTask(Cancel, Scenario.Timer())
        .ExpectRecords(
            "9 WorkflowTaskCompleted scheduled=7 started=8",
            "10 ActivityTaskCancelRequested scheduled=5",
            "buffered ActivityTaskCanceled scheduled=5 started=0 requested=10",
            "11 TimerStarted t",
            "12 ActivityTaskCanceled scheduled=5 started=0 requested=10",
            "13 WorkflowTaskScheduled");

    [Fact]
    public void A_running_attempt_is_asked_to_stop_and_its_heartbeat_says_so()
    {
        var run = CancelRequested()
            .ExpectRecords("9 WorkflowTaskCompleted scheduled=7 started=8", "10 ActivityTaskCancelRequested scheduled=5")
            .ExpectEffects("cancel 5 attempt 1 CancelRequested");

        Assert.True(run.State.PendingActivities.Find(5)!.CancelRequested);
    }

    [Fact]
    public void An_attempt_that_stops_cancels_the_activity() => CancelRequested()
        .Respond(new ActivityOutcome.Canceled(Payloads.Empty))
        .ExpectRecords("11 ActivityTaskStarted scheduled=5 attempt=1", "12 ActivityTaskCanceled scheduled=5 started=11 requested=10", "13 WorkflowTaskScheduled");

    [Fact]
    public void An_attempt_may_complete_in_spite_of_the_request() => CancelRequested()
        .Respond(new ActivityOutcome.Completed(Payloads.Empty))
        .ExpectRecords("11 ActivityTaskStarted scheduled=5 attempt=1", "12 ActivityTaskCompleted scheduled=5 started=11", "13 WorkflowTaskScheduled");

    [Fact]
    public void A_failed_attempt_is_not_retried_after_the_request() => CancelRequested()
        .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
        .ExpectRecords("11 ActivityTaskStarted scheduled=5 attempt=1", "12 ActivityTaskFailed scheduled=5 started=11 CancelRequested", "13 WorkflowTaskScheduled");

    [Theory]
    [InlineData(TimeoutType.StartToClose, 60)]
    [InlineData(TimeoutType.Heartbeat, 10)]
    [InlineData(TimeoutType.ScheduleToClose, 20)]
    public void An_attempt_that_times_out_after_the_request_is_not_retried_because_of_it(TimeoutType type, int seconds) => new Scenario()
        .Start()
        .RunTask(Scenario.Activity() with
        {
            HeartbeatTimeout = type == TimeoutType.Heartbeat ? TimeSpan.FromSeconds(10) : null,
            ScheduleToCloseTimeout = type == TimeoutType.ScheduleToClose ? TimeSpan.FromSeconds(20) : null,
        })
        .StartAttempt()
        .Signal()
        .RunTask(Cancel)
        .Sleep(seconds)
        .ExpectRecords("11 ActivityTaskStarted scheduled=5 attempt=1", $"12 ActivityTaskTimedOut scheduled=5 started=11 {type} CancelRequested", "13 WorkflowTaskScheduled");

    [Fact]
    public void An_activity_in_backoff_is_canceled_at_once() => Scheduled()
        .StartAttempt()
        .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
        .Signal()
        .RunTask(Cancel)
        .ExpectRecords(
            "9 WorkflowTaskCompleted scheduled=7 started=8",
            "10 ActivityTaskCancelRequested scheduled=5",
            "buffered ActivityTaskCanceled scheduled=5 started=0 requested=10",
            "11 ActivityTaskCanceled scheduled=5 started=0 requested=10",
            "12 WorkflowTaskScheduled");

    [Fact]
    public void Cancellation_that_nobody_asked_for_is_refused() => Scheduled()
        .StartAttempt()
        .Send(new RespondActivity(5, 1, new ActivityOutcome.Canceled(Payloads.Empty), Scenario.Worker))
        .ExpectRejection(ErrorCodes.InvalidArgument);

    [Fact]
    public void A_request_may_cross_an_end_that_the_workflow_has_not_seen() => Scheduled()
        .StartAttempt()
        .Signal()
        .StartTask()
        .Respond(new ActivityOutcome.Completed(Payloads.Empty))
        .CompleteTask(Cancel)
        .ExpectRecords(
            "9 WorkflowTaskCompleted scheduled=7 started=8",
            "10 ActivityTaskCancelRequested scheduled=5",
            "11 ActivityTaskStarted scheduled=5 attempt=1",
            "12 ActivityTaskCompleted scheduled=5 started=11",
            "13 WorkflowTaskScheduled");

    [Fact]
    public void Closing_the_run_stops_running_attempts() => Scheduled()
        .StartAttempt()
        .Do(new TerminateRun(RunId.None, "enough", Payloads.Empty, "client"))
        .ExpectRecords("6 WorkflowExecutionTerminated")
        .ExpectEffects("cancel 5 attempt 1 RunClosed releases", "closed Terminated");

    [Fact]
    public void A_restart_asks_the_running_attempt_again() => CancelRequested()
        .Crash()
        .ExpectEffects("cancel 5 attempt 1 CancelRequested", "arm ActivityStartToClose 5");
}
