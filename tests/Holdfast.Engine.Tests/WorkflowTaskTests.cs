using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class WorkflowTaskTests
{
    [Fact]
    public void The_first_failure_is_an_event_and_the_next_attempt_waits_a_second() => new Scenario()
        .Start()
        .StartTask()
        .FailTask()
        .ExpectRecords("4 WorkflowTaskFailed WorkflowWorkerUnhandledFailure")
        .ExpectEffects("arm WorkflowTaskRetry 5")
        .Sleep(1)
        .ExpectEffects("workflow task ready on orders");

    [Fact]
    public void Later_failures_are_transitions_and_the_delay_doubles() => new Scenario()
        .Start().StartTask().FailTask().Sleep(1)
        .StartTask().ExpectRecords()
        .FailTask().ExpectRecords("workflow task attempt 2 failed, next in 2 s").Sleep(2)
        .StartTask().FailTask().ExpectRecords("workflow task attempt 3 failed, next in 4 s").Sleep(4)
        .StartTask().FailTask().ExpectRecords("workflow task attempt 4 failed, next in 8 s")
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowTaskScheduled", "3 WorkflowTaskStarted scheduled=2", "4 WorkflowTaskFailed WorkflowWorkerUnhandledFailure");

    [Fact]
    public void The_delay_is_at_most_ten_minutes()
    {
        var run = new Scenario().Start().StartTask().FailTask();
        for (var i = 0; i < 20; i++)
        {
            run.Sleep(600).StartTask().FailTask();
        }

        run.ExpectRecords("workflow task attempt 21 failed, next in 600 s");
    }

    [Fact]
    public void A_transient_task_that_completes_writes_its_events_as_they_were_shown()
    {
        var run = new Scenario().Start().StartTask().FailTask().Sleep(1).StartTask().FailTask().Sleep(2).StartTask();
        var shown = run.State.WorkflowTask!.UnwrittenEvents.ToList();
        Assert.Equal(6, run.State.WorkflowTask.StartedEventId);

        run.CompleteTask(Scenario.Timer()).ExpectRecords(
            "5 WorkflowTaskScheduled attempt=3",
            "6 WorkflowTaskStarted scheduled=5",
            "7 WorkflowTaskCompleted scheduled=5 started=6",
            "8 TimerStarted t");
        Assert.Equal<HistoryEvent>(shown, run.Records.Take(2).Cast<HistoryEvent>());
    }

    [Fact]
    public void News_during_the_backoff_makes_the_next_attempt_an_ordinary_task() => new Scenario()
        .Start().StartTask().FailTask()
        .Signal().ExpectRecords("5 WorkflowExecutionSignaled go").ExpectEffects()
        .Sleep(1)
        .StartTask()
        .ExpectRecords("6 WorkflowTaskScheduled", "7 WorkflowTaskStarted scheduled=6");

    [Fact]
    public void A_task_that_backs_off_cannot_be_taken() => new Scenario()
        .Start().StartTask().FailTask()
        .Send(new StartWorkflowTask(Scenario.Worker, string.Empty))
        .ExpectRejection(ErrorCodes.StaleAttempt);

    [Fact]
    public void A_task_that_takes_too_long_times_out_and_is_offered_at_once() => new Scenario()
        .Start().StartTask()
        .Sleep(10)
        .ExpectRecords("4 WorkflowTaskTimedOut StartToClose")
        .ExpectEffects("workflow task ready on orders");

    [Fact]
    public void An_answer_after_the_timeout_is_stale()
    {
        var run = new Scenario().Start().StartTask().Sleep(10);
        run.Send(new CompleteWorkflowTask(3, 1, [], Scenario.Worker)).ExpectRejection(ErrorCodes.StaleAttempt);
    }

    [Fact]
    public void An_answer_of_an_earlier_attempt_is_stale()
    {
        var run = new Scenario().Start().StartTask().FailTask().Sleep(1).StartTask().FailTask().Sleep(2).StartTask();
        run.Send(new CompleteWorkflowTask(6, 2, [], Scenario.Worker)).ExpectRejection(ErrorCodes.StaleAttempt);
    }

    [Fact]
    public void A_poll_that_is_repeated_gets_the_same_task() => new Scenario()
        .Start()
        .Do(new StartWorkflowTask(Scenario.Worker, "poll-1"))
        .Do(new StartWorkflowTask(Scenario.Worker, "poll-1"))
        .ExpectRecords()
        .Send(new StartWorkflowTask(Scenario.Worker, "poll-2"))
        .ExpectRejection(ErrorCodes.StaleAttempt);

    [Fact]
    public void What_arrives_while_a_task_runs_becomes_history_behind_its_commands() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity(), Scenario.Timer(seconds: 5))
        .StartAttempt()
        .Signal("first")
        .StartTask()
        .Signal("second").ExpectRecords("buffered WorkflowExecutionSignaled second")
        .Respond(new ActivityOutcome.Completed(Payloads.Empty))
        .ExpectRecords("buffered ActivityTaskStarted scheduled=5 attempt=1", "buffered ActivityTaskCompleted scheduled=5 started=0")
        .Sleep(5).ExpectRecords("buffered TimerFired t started=6")
        .CompleteTask(Scenario.Timer("other"))
        .ExpectRecords(
            "10 WorkflowTaskCompleted scheduled=8 started=9",
            "11 TimerStarted other",
            "12 WorkflowExecutionSignaled second",
            "13 ActivityTaskStarted scheduled=5 attempt=1",
            "14 ActivityTaskCompleted scheduled=5 started=13",
            "15 TimerFired t started=6",
            "16 WorkflowTaskScheduled");

    [Fact]
    public void A_close_with_unseen_events_fails_the_task_and_shows_them() => new Scenario()
        .Start()
        .StartTask()
        .Signal()
        .CompleteTask(new CompleteWorkflowExecutionCommand())
        .ExpectRecords("4 WorkflowTaskFailed UnhandledCommand", "5 WorkflowExecutionSignaled go", "6 WorkflowTaskScheduled")
        .ExpectEffects("workflow task ready on orders")
        .RunTask(new CompleteWorkflowExecutionCommand())
        .ExpectEffects("closed Completed");

    [Fact]
    public void A_failing_task_with_buffered_events_is_followed_by_an_ordinary_one() => new Scenario()
        .Start().StartTask().FailTask().Sleep(1).StartTask()
        .Signal().ExpectRecords("buffered WorkflowExecutionSignaled go")
        .FailTask()
        .ExpectRecords("workflow task attempt 2 failed, next in 2 s", "5 WorkflowExecutionSignaled go", "6 WorkflowTaskScheduled");

    [Fact]
    public void Events_buffered_under_a_transient_task_survive_a_crash() => new Scenario()
        .Start().StartTask().FailTask().Sleep(1).StartTask()
        .Signal()
        .Crash()
        .ExpectEffects("workflow task ready on orders")
        .StartTask()
        .ExpectRecords("5 WorkflowExecutionSignaled go", "6 WorkflowTaskScheduled", "7 WorkflowTaskStarted scheduled=6");

    [Fact]
    public void Terminating_writes_what_was_buffered_before_the_end() => new Scenario()
        .Start()
        .StartTask()
        .Signal()
        .Do(new TerminateRun(RunId.None, "enough", Payloads.Empty, "client"))
        .ExpectRecords("4 WorkflowExecutionSignaled go", "5 WorkflowExecutionTerminated");

    [Fact]
    public void A_timer_canceled_after_it_fired_unseen_never_fired() => new Scenario()
        .Start()
        .RunTask(Scenario.Timer(seconds: 5))
        .Signal()
        .StartTask()
        .Sleep(5).ExpectRecords("buffered TimerFired t started=5")
        .CompleteTask(new CancelTimerCommand { TimerId = "t" })
        .ExpectRecords("9 WorkflowTaskCompleted scheduled=7 started=8", "10 TimerCanceled t started=5");

    [Fact]
    public void The_previous_started_event_is_that_of_the_last_completed_task()
    {
        var run = new Scenario().Start().StartTask().FailTask();
        Assert.Equal(0, run.State.PreviousStartedEventId);

        run.Sleep(1).RunTask();
        Assert.Equal(6, run.State.PreviousStartedEventId);
    }

    [Fact]
    public void A_clock_that_steps_back_does_not_take_an_offer_back() => new Scenario()
        .Start()
        .AfterSeconds(-30)
        .RunTask(Scenario.Activity())
        .AfterSeconds(-30)
        .StartAttempt()
        .ExpectRecords("attempt 1 of 5 started");

    [Fact]
    public void A_timer_told_too_early_is_armed_again() => new Scenario()
        .Start()
        .RunTask(Scenario.Timer())
        .Sleep(59)
        .Do(new TimerDue(new RunTimer(RunTimerKind.User, 5, 0)))
        .ExpectRecords()
        .ExpectEffects("arm User 5");

    [Fact]
    public void A_large_history_suggests_to_continue_as_new_and_says_why()
    {
        var run = new Scenario(new EngineLimits { SuggestContinueAsNewBytes = 1_000 }).Start();
        run.State.SetHistorySizeBytes(999);
        Assert.Equal(SuggestContinueAsNewReasons.None, Started(run.StartTask()).SuggestContinueAsNewReasons);
        run.CompleteTask().Signal();
        run.State.SetHistorySizeBytes(1_000);
        var started = Started(run.StartTask());
        Assert.Equal((true, SuggestContinueAsNewReasons.HistorySizeTooLarge, 1_000L), (started.SuggestContinueAsNew, started.SuggestContinueAsNewReasons, started.HistorySizeBytes));

        static WorkflowTaskStarted Started(Scenario run) => (WorkflowTaskStarted)run.History[^1].Attributes;
    }

    [Fact]
    public void A_task_under_which_too_many_events_come_is_forced_to_end_and_another_shows_them()
    {
        var run = new Scenario(new EngineLimits { BufferedEvents = 2 }).Start().StartTask().Signal("a").Signal("b");
        Assert.NotNull(run.State.WorkflowTask!.StartedTime);
        run.Signal("c").ExpectRecords(
            "buffered WorkflowExecutionSignaled c",
            "4 WorkflowTaskFailed ForceCloseCommand",
            "5 WorkflowExecutionSignaled a",
            "6 WorkflowExecutionSignaled b",
            "7 WorkflowExecutionSignaled c",
            "8 WorkflowTaskScheduled");
        Assert.Equal(0, run.State.BufferedEvents.Bytes);
        run.Send(new CompleteWorkflowTask(3, 1, [], Scenario.Worker)).ExpectRejection(ErrorCodes.StaleAttempt);
        run.RunTask(new CompleteWorkflowExecutionCommand());
        Assert.Equal(WorkflowExecutionStatus.Completed, run.State.Status);
    }

    [Fact]
    public void A_task_under_which_too_much_comes_is_forced_to_end()
    {
        var run = new Scenario(new EngineLimits { BufferedBytes = 10 }).Start().StartTask().Signal("12345678");
        Assert.Equal(10, run.State.BufferedEvents.Bytes);
        run.Signal("x");
        Assert.Equal(WorkflowTaskFailedCause.ForceCloseCommand, run.History.Select(static e => e.Attributes).OfType<WorkflowTaskFailed>().Single().Cause);
        Assert.False(run.State.WorkflowTask!.IsTransient);
    }

    [Fact]
    public void A_transient_task_under_which_too_many_events_come_ends_without_an_event_of_its_own()
    {
        var run = new Scenario(new EngineLimits { BufferedEvents = 1 }).Start().StartTask().FailTask().Sleep(1).StartTask().Signal("a").Signal("b");
        Assert.Equal(2, run.History.Count(static e => e.Type == EventType.WorkflowExecutionSignaled));
        Assert.Single(run.History, static e => e.Type == EventType.WorkflowTaskFailed);
        Assert.Equal(1, run.State.WorkflowTask!.Attempt);
    }

    [Fact]
    public void A_long_history_suggests_to_continue_as_new()
    {
        var run = new Scenario(new EngineLimits { SuggestContinueAsNewEvents = 4 }).Start().StartTask();
        Assert.False(((WorkflowTaskStarted)run.History[^1].Attributes).SuggestContinueAsNew);

        run.CompleteTask().Signal();
        run.State.SetHistorySizeBytes(1234);
        run.StartTask();
        Assert.True(((WorkflowTaskStarted)run.History[^1].Attributes).SuggestContinueAsNew);
        Assert.Equal(SuggestContinueAsNewReasons.TooManyHistoryEvents, ((WorkflowTaskStarted)run.History[^1].Attributes).SuggestContinueAsNewReasons);
        Assert.Equal(1234, ((WorkflowTaskStarted)run.History[^1].Attributes).HistorySizeBytes);
    }
}
