using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class ResumeTests
{
    [Fact]
    public void A_waiting_task_is_offered_again() => new Scenario()
        .Start()
        .Crash()
        .ExpectEffects("workflow task ready on orders");

    [Fact]
    public void A_running_task_is_waited_for_until_its_timeout() => new Scenario()
        .Start()
        .StartTask()
        .Crash()
        .ExpectEffects("arm WorkflowTaskStartToClose 2")
        .Sleep(10)
        .ExpectRecords("4 WorkflowTaskTimedOut StartToClose");

    [Fact]
    public void A_running_task_whose_worker_is_gone_is_offered_at_once_and_once() => new Scenario()
        .Start()
        .StartTask()
        .Crash()
        .Do(new LoseWorkflowTask())
        .ExpectRecords("4 WorkflowTaskTimedOut StartToClose")
        .ExpectEffects("workflow task ready on orders")
        .Resume()
        .ExpectEffects();

    [Fact]
    public void A_task_that_backs_off_keeps_its_attempt_and_delay() => new Scenario()
        .Start().StartTask().FailTask().Sleep(1).StartTask().FailTask()
        .Crash()
        .ExpectEffects("arm WorkflowTaskRetry 5")
        .Sleep(2)
        .StartTask()
        .CompleteTask()
        .ExpectRecords("5 WorkflowTaskScheduled attempt=3", "6 WorkflowTaskStarted scheduled=5", "7 WorkflowTaskCompleted scheduled=5 started=6");

    [Fact]
    public void Everything_that_is_pending_is_taken_up_again() => new Scenario()
        .Start()
        .RunTask(
            Scenario.Activity("waiting"),
            Scenario.Activity("running"),
            Scenario.Timer(seconds: 30),
            Scenario.Child(),
            new RequestCancelExternalWorkflowExecutionCommand { WorkflowId = "other", RunId = RunId.None })
        .StartAttempt(1)
        .Crash()
        .ExpectEffects("activity 5 attempt 1 ready on orders", "start child 8", "request cancel of other for 9", "arm User 7");

    [Fact]
    public void A_retry_waits_for_its_time() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity())
        .StartAttempt()
        .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
        .Crash()
        .ExpectEffects("arm ActivityRetry 5")
        .Sleep(1)
        .ExpectEffects("activity 5 attempt 2 ready on orders");

    [Fact]
    public void A_timer_that_came_due_meanwhile_fires() => new Scenario()
        .Start()
        .RunTask(Scenario.Timer(seconds: 30))
        .AfterSeconds(3_600)
        .Crash()
        .ExpectEffects("arm User 5")
        .Sleep(0)
        .ExpectRecords("6 TimerFired t started=5", "7 WorkflowTaskScheduled");

    [Fact]
    public void A_run_without_history_owes_nothing()
    {
        var step = new RunStep(new CountingRunIds(), EngineLimits.Default);
        step.Begin(Scenario.StartOfTime);
        RunMachine.Resume(new RunState(Scenario.Workflow, Scenario.FirstRun), step);

        Assert.Empty(step.Effects);
    }
}
