using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class PauseTests
{
    [Fact]
    public void A_paused_run_takes_signals_and_starts_nothing() => new Scenario()
        .Start()
        .RunTask(Scenario.Timer("t", 60))
        .Do(Pause()).ExpectRecords("6 WorkflowExecutionPaused look first").ExpectEffects()
        .Signal().ExpectRecords("7 WorkflowExecutionSignaled go").ExpectEffects()
        .Sleep(61).ExpectRecords("8 TimerFired t started=5").ExpectEffects();

    [Fact]
    public void Unpausing_shows_the_workflow_what_came_meanwhile() => new Scenario()
        .Start()
        .RunTask()
        .Do(Pause())
        .Signal()
        .Do(Unpause()).ExpectRecords("7 WorkflowExecutionUnpaused", "8 WorkflowTaskScheduled").ExpectEffects("workflow task ready on orders");

    [Fact]
    public void A_workflow_task_that_waits_is_offered_again_when_unpaused() => new Scenario()
        .Start()
        .Do(Pause())
        .Send(new StartWorkflowTask(Scenario.Worker, string.Empty)).ExpectRejection(ErrorCodes.StaleAttempt)
        .Do(Unpause()).ExpectRecords("4 WorkflowExecutionUnpaused").ExpectEffects("workflow task ready on orders")
        .RunTask();

    [Fact]
    public void A_workflow_task_that_runs_may_end_and_what_it_asks_for_waits() => new Scenario()
        .Start()
        .StartTask()
        .Do(Pause()).ExpectRecords("buffered WorkflowExecutionPaused look first")
        .CompleteTask(Scenario.Activity()).ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 ActivityTaskScheduled a", "6 WorkflowExecutionPaused look first").ExpectEffects("arm ActivityRetry 5")
        .Do(new StartActivityAttempt(5, 1, Scenario.Worker, 0)).ExpectRecords()
        .Do(Unpause()).ExpectEffects("workflow task ready on orders", "activity 5 attempt 1 ready on orders")
        .StartAttempt();

    [Fact]
    public void Activities_that_wait_are_taken_back_and_offered_again() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity())
        .Do(Pause())
        .Do(new StartActivityAttempt(5, 1, Scenario.Worker, 0)).ExpectRecords()
        .Crash()
        .ExpectEffects()
        .Do(Unpause()).ExpectEffects("workflow task ready on orders", "activity 5 attempt 1 ready on orders");

    [Fact]
    public void A_running_attempt_is_told_and_its_result_is_taken() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity())
        .StartAttempt()
        .Do(Pause()).ExpectEffects("cancel 5 attempt 1 Paused")
        .Crash().ExpectEffects("cancel 5 attempt 1 Paused", "arm ActivityStartToClose 5")
        .Respond(new ActivityOutcome.Completed(Payloads.Empty)).ExpectRecords("7 ActivityTaskStarted scheduled=5 attempt=1", "8 ActivityTaskCompleted scheduled=5 started=7").ExpectEffects();

    [Fact]
    public void An_attempt_that_fails_under_a_pause_uses_no_last_attempt_up() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity() with { RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } })
        .StartAttempt()
        .Do(Pause())
        .Respond(new ActivityOutcome.Failed(Scenario.Failure())).ExpectRecords("attempt 1 of 5 failed, next in 0 s")
        .Do(Unpause()).ExpectEffects("workflow task ready on orders", "activity 5 attempt 2 ready on orders");

    [Fact]
    public void A_failure_that_must_not_be_retried_ends_the_activity_under_a_pause() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity())
        .StartAttempt()
        .Do(Pause())
        .Respond(new ActivityOutcome.Failed(Scenario.Failure(nonRetryable: true)))
        .ExpectRecords("7 ActivityTaskStarted scheduled=5 attempt=1", "8 ActivityTaskFailed scheduled=5 started=7 NonRetryableFailure");

    [Fact]
    public void Timeouts_pass_under_a_pause() => new Scenario()
        .Start(s => s with { WorkflowRunTimeout = TimeSpan.FromMinutes(1) })
        .Do(Pause())
        .Sleep(60).ExpectRecords("4 WorkflowExecutionTimedOut RetryPolicyNotSet");

    [Fact]
    public void A_delayed_start_waits_for_the_end_of_the_pause() => new Scenario()
        .Start(s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromMinutes(1) })
        .Do(Pause())
        .Sleep(120).ExpectRecords()
        .Do(Unpause()).ExpectRecords("3 WorkflowExecutionUnpaused", "4 WorkflowTaskScheduled");

    [Fact]
    public void A_request_to_cancel_that_came_under_a_pause_ends_the_start_delay_with_the_pause()
    {
        var run = new Scenario().Start(s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(60) })
            .Do(new PauseRun("look first", "operator", "p1"))
            .Do(new RequestCancelRun(RunId.None, "enough", "client", "cancel-1"));
        Assert.Null(run.State.WorkflowTask);
        run.Do(new UnpauseRun("seen", "operator", "p2"));
        Assert.NotNull(run.State.WorkflowTask);
    }

    [Fact]
    public void A_failing_workflow_task_is_not_tried_again_under_a_pause()
    {
        var run = new Scenario().Start().StartTask().Do(Pause()).FailTask().Sleep(3_600);
        Assert.False(run.State.WorkflowTask!.IsOffered);
        Assert.True(run.State.IsIdle);
        Assert.Null(run.State.NextWakeUp);
        run.Do(Unpause()).ExpectEffects("workflow task ready on orders").RunTask();
    }

    [Fact]
    public void An_update_is_refused_under_a_pause() => new Scenario()
        .Start()
        .RunTask()
        .Do(Pause())
        .Admit().ExpectRejection(ErrorCodes.RunPaused);

    [Fact]
    public void A_run_is_paused_once_and_the_same_request_again_changes_nothing() => new Scenario()
        .Start()
        .Do(Pause("p1"))
        .Do(Pause("p1")).ExpectRecords()
        .Send(Pause("p2")).ExpectRejection(ErrorCodes.RunPaused)
        .Crash()
        .Do(Pause("p1")).ExpectRecords();

    [Fact]
    public void A_run_that_is_not_paused_cannot_be_unpaused() => new Scenario()
        .Start()
        .Send(Unpause()).ExpectRejection(ErrorCodes.RunNotPaused)
        .Do(Pause())
        .Do(Unpause("u1"))
        .Do(Unpause("u1")).ExpectRecords();

    [Fact]
    public void A_paused_run_is_idle_and_says_so()
    {
        var run = new Scenario().Start().RunTask(Scenario.Activity()).Do(Pause());
        Assert.True(run.State.IsIdle);
        Assert.Equal(WorkflowExecutionStatus.Paused, run.State.Status);
        Assert.Equal("look first", RunDescription.Describe(run.State).Pause?.Reason);
    }

    private static PauseRun Pause(string requestId = "") => new("look first", "operator", requestId);

    private static UnpauseRun Unpause(string requestId = "") => new("seen", "operator", requestId);
}
