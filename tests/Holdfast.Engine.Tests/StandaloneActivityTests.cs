using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class StandaloneActivityTests
{
    [Fact]
    public void The_run_schedules_its_activity_and_closes_when_that_completes()
    {
        var run = Started().ExpectEffects("activity 2 attempt 1 ready on jobs").StartAttempt().Respond(new ActivityOutcome.Completed(Scenario.Text("done")));
        run.ExpectHistory(
            "1 WorkflowExecutionStarted",
            "2 ActivityTaskScheduled job-1",
            "3 ActivityTaskStarted scheduled=2 attempt=1",
            "4 ActivityTaskCompleted scheduled=2 started=3",
            "5 WorkflowExecutionCompleted");
        Assert.Equal(WorkflowExecutionStatus.Completed, run.State.Status);
        Assert.Contains(run.Effects, e => e is RunClosed);
    }

    [Fact]
    public void A_failed_attempt_is_tried_again_and_the_last_failure_closes_the_run()
    {
        var run = Started(a => a with { RetryPolicy = new RetryPolicy { MaximumAttempts = 2 } }).StartAttempt().Respond(new ActivityOutcome.Failed(Scenario.Failure()));
        Assert.Equal(2, run.State.PendingActivities[0].Attempt);
        run.Crash().Sleep(1).StartAttempt().Respond(new ActivityOutcome.Failed(Scenario.Failure()));
        Assert.Equal(WorkflowExecutionStatus.Failed, run.State.Status);
        Assert.Contains("4 ActivityTaskFailed scheduled=2 started=3 MaximumAttemptsReached", run.History.Select(HistoryText.Line));
    }

    [Fact]
    public void Its_timeouts_close_the_run()
    {
        Assert.Equal(WorkflowExecutionStatus.TimedOut, Started(a => a with { ScheduleToStartTimeout = TimeSpan.FromSeconds(5) }).Sleep(5).State.Status);
        Assert.Equal(WorkflowExecutionStatus.TimedOut, Started(a => a with { ScheduleToCloseTimeout = TimeSpan.FromSeconds(5) }).StartAttempt().Sleep(5).State.Status);
        Assert.Equal(
            WorkflowExecutionStatus.TimedOut,
            Started(a => a with { HeartbeatTimeout = TimeSpan.FromSeconds(5), RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } }).StartAttempt().Sleep(5).State.Status);
    }

    [Fact]
    public void One_that_waits_is_canceled_at_once()
    {
        var run = Started().Do(Cancel());
        run.ExpectRecords("3 WorkflowExecutionCancelRequested", "4 ActivityTaskCancelRequested scheduled=2", "5 ActivityTaskCanceled scheduled=2 started=0 requested=4", "6 WorkflowExecutionCanceled");
    }

    [Fact]
    public void One_that_runs_learns_of_the_cancellation_and_says_how_it_ends()
    {
        var run = Started().StartAttempt().Do(Cancel()).Do(Cancel()).Crash().Respond(new ActivityOutcome.Canceled(Payloads.Empty));
        Assert.Equal(WorkflowExecutionStatus.Canceled, run.State.Status);
        var failed = Started().StartAttempt().Do(Cancel()).Respond(new ActivityOutcome.Failed(Scenario.Failure()));
        Assert.Equal(WorkflowExecutionStatus.Failed, failed.State.Status);
    }

    [Fact]
    public void The_first_attempt_waits_for_the_start_delay_and_timeouts_count_from_its_end()
    {
        var run = Started(a => a with { ScheduleToStartTimeout = TimeSpan.FromSeconds(10) }, TimeSpan.FromSeconds(60)).ExpectEffects("arm ActivityRetry 2");
        Assert.True(run.State.IsIdle);
        run.Crash().Sleep(60);
        Assert.True(run.State.PendingActivities[0].IsOffered);
        run.Sleep(9);
        Assert.False(run.State.IsClosed);
        run.Sleep(1);
        Assert.Equal(WorkflowExecutionStatus.TimedOut, run.State.Status);
    }

    [Fact]
    public void An_attempt_that_died_with_its_process_is_tried_again()
    {
        var run = Started().StartAttempt(processEpoch: 1).Crash().Do(new LoseActivityAttempts(2));
        Assert.Equal((2, true), (run.State.PendingActivities[0].Attempt, run.State.PendingActivities[0].IsOffered));
    }

    [Fact]
    public void Terminating_stops_the_worker()
    {
        var run = Started().StartAttempt().Do(new TerminateRun(RunId.None, "enough", Payloads.Empty, "operator"));
        Assert.Contains(run.Effects, e => e is CancelActivityAttempt { Reason: ActivityCancelReason.RunClosed, ReleasesSlot: true });
    }

    [Fact]
    public void A_paused_one_is_not_offered_until_it_is_unpaused_and_can_be_canceled_meanwhile()
    {
        var run = Started().Do(Operate(new ActivityOperation.Pause("down"), "p")).Crash();
        Assert.Equal((true, false), (run.State.PendingActivities[0].IsPaused, run.State.PendingActivities[0].IsOffered));
        Assert.True(run.State.IsIdle);
        run.Do(Operate(new ActivityOperation.Unpause(TimeSpan.Zero, false, false), "u")).ExpectEffects("activity 2 attempt 1 ready on jobs");
        var canceled = Started().Do(Operate(new ActivityOperation.Pause("down"), "p")).Do(Cancel());
        Assert.Equal(WorkflowExecutionStatus.Canceled, canceled.State.Status);
        canceled.Send(Operate(new ActivityOperation.Unpause(TimeSpan.Zero, false, false), "u")).ExpectRejection(ErrorCodes.RunClosed);
    }

    [Fact]
    public void A_start_delay_goes_on_through_a_pause_and_a_reset()
    {
        var run = Started(delay: TimeSpan.FromSeconds(60)).Do(Operate(new ActivityOperation.Pause("down"), "p")).Sleep(10).Do(Operate(new ActivityOperation.Unpause(TimeSpan.Zero, false, false), "u"));
        run.Do(Operate(new ActivityOperation.Reset(TimeSpan.Zero, false, false, false), "r")).Sleep(49);
        Assert.False(run.State.PendingActivities[0].IsOffered);
        run.Sleep(1);
        Assert.True(run.State.PendingActivities[0].IsOffered);
    }

    [Fact]
    public void A_reset_one_counts_its_attempts_anew_under_options_that_were_changed()
    {
        var run = Started(a => a with { RetryPolicy = new RetryPolicy { MaximumAttempts = 2 } }).StartAttempt().Respond(new ActivityOutcome.Failed(Scenario.Failure()));
        run.Do(Operate(new ActivityOperation.Reset(TimeSpan.Zero, false, false, false), "r")).StartAttempt().Respond(new ActivityOutcome.Failed(Scenario.Failure()));
        Assert.False(run.State.IsClosed);
        run.Do(Operate(new ActivityOperation.UpdateOptions(new ActivityOptionsChange { ScheduleToCloseTimeout = TimeSpan.FromSeconds(5) }), "o")).Sleep(5);
        Assert.Equal(WorkflowExecutionStatus.TimedOut, run.State.Status);
    }

    [Fact]
    public void What_is_said_to_workflow_code_finds_no_workflow()
    {
        var run = Started();
        run.Signal().ExpectRejection(ErrorCodes.NotFound);
        run.Admit().ExpectRejection(ErrorCodes.NotFound);
        run.Send(new PauseRun("", "", "p")).ExpectRejection(ErrorCodes.NotFound);
        run.Send(new SupersedeRun(CountingRunIds.Numbered(2_000), "")).ExpectRejection(ErrorCodes.NotFound);
        run.Send(new StartWorkflowTask(Scenario.Worker, string.Empty)).ExpectRejection(ErrorCodes.NotFound);
        run.Do(new ForceWorkflowTask()).ExpectRecords().Do(new LoseWorkflowTask()).ExpectRecords();
        Assert.Null(run.State.WorkflowTask);
    }

    [Fact]
    public void An_activity_that_is_not_valid_is_not_started() =>
        new Scenario().Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, StartedEvent(null), Job() with { StartToCloseTimeout = null })).ExpectRejection(ErrorCodes.InvalidArgument);

    [Fact]
    public void A_child_cannot_take_the_ID_of_one()
    {
        var run = new Scenario().Start().StartTask().CompleteTask(Scenario.Child(StandaloneActivity.WorkflowIdOf("job-1")));
        Assert.Equal(WorkflowTaskFailedCause.BadStartChildExecutionAttributes, Assert.IsType<WorkflowTaskFailed>(run.History[^1].Attributes).Cause);
    }

    /// <summary>Whatever comes in whatever order, the state is the fold of its records, there is no workflow task, and time ends the run.</summary>
    [Fact]
    public void Random_messages_leave_it_an_activity_that_comes_to_its_end()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            RandomMessages messages = new(seed);
            var run = Started(a => a with { ScheduleToCloseTimeout = TimeSpan.FromMinutes(10), HeartbeatTimeout = seed % 2 == 0 ? TimeSpan.FromSeconds(20) : null }, seed % 3 == 0 ? TimeSpan.FromSeconds(30) : null);
            for (var i = 0; i < 60 && !run.State.IsClosed; i++)
            {
                Step(run, messages);
                Assert.Null(run.State.WorkflowTask);
                Assert.True(run.State.IsClosed || run.State.PendingActivities.Count == 1);
                Assert.Empty(run.State.BufferedEvents);
            }

            run.Crash().Sleep(700);
            Assert.True(run.State.IsClosed, $"seed {seed}");
        }
    }

    private static void Step(Scenario run, RandomMessages messages)
    {
        if (messages.OneIn(10))
        {
            run.Crash();
        }
        else if (messages.OneIn(5))
        {
            run.Sleep(messages.Below(20));
        }
        else if (messages.OneIn(4) && run.State.PendingActivities[0] is { IsStarted: false, IsOffered: true })
        {
            run.StartAttempt();
        }
        else
        {
            run.Send(messages.OneIn(20) ? Cancel() : messages.Next(run.State));
        }
    }

    private static OperateActivities Operate(ActivityOperation operation, string requestId) => new(ActivitySelector.WithId("job-1"), operation, "operator", requestId);

    private static RequestCancelRun Cancel() => new(RunId.None, "enough", "client", "cancel-1");

    private static ScheduleActivityTaskCommand Job() => Scenario.Activity("job-1") with { TaskQueue = "jobs" };

    private static WorkflowExecutionStarted StartedEvent(TimeSpan? delay) =>
        Scenario.Started() with { WorkflowType = "Charge", TaskQueue = "jobs", Kind = RunKind.Activity, FirstWorkflowTaskBackoff = delay };

    private static Scenario Started(Func<ScheduleActivityTaskCommand, ScheduleActivityTaskCommand>? change = null, TimeSpan? delay = null) =>
        new Scenario().Do(new StartRun(Scenario.Workflow, Scenario.FirstRun, StartedEvent(delay), change is null ? Job() : change(Job())));
}
