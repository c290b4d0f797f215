using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class SequentialRunTests
{
    [Fact]
    public void An_activity_a_timer_and_a_signal_lead_to_the_history_that_Temporal_writes() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity())
        .StartAttempt()
        .ExpectRecords("attempt 1 of 5 started")
        .ExpectEffects("dispatch 5 attempt 1")
        .Respond(new ActivityOutcome.Completed(Scenario.Text("ok")))
        .ExpectEffects("workflow task ready on orders")
        .RunTask(Scenario.Timer())
        .Sleep(60)
        .RunTask()
        .Signal()
        .RunTask(new CompleteWorkflowExecutionCommand())
        .ExpectEffects("closed Completed")
        .ExpectHistory(
            "1 WorkflowExecutionStarted",
            "2 WorkflowTaskScheduled",
            "3 WorkflowTaskStarted scheduled=2",
            "4 WorkflowTaskCompleted scheduled=2 started=3",
            "5 ActivityTaskScheduled a",
            "6 ActivityTaskStarted scheduled=5 attempt=1",
            "7 ActivityTaskCompleted scheduled=5 started=6",
            "8 WorkflowTaskScheduled",
            "9 WorkflowTaskStarted scheduled=8",
            "10 WorkflowTaskCompleted scheduled=8 started=9",
            "11 TimerStarted t",
            "12 TimerFired t started=11",
            "13 WorkflowTaskScheduled",
            "14 WorkflowTaskStarted scheduled=13",
            "15 WorkflowTaskCompleted scheduled=13 started=14",
            "16 WorkflowExecutionSignaled go",
            "17 WorkflowTaskScheduled",
            "18 WorkflowTaskStarted scheduled=17",
            "19 WorkflowTaskCompleted scheduled=17 started=18",
            "20 WorkflowExecutionCompleted");

    [Fact]
    public void A_run_that_waits_for_a_timer_is_idle_and_knows_when_it_wakes()
    {
        var run = new Scenario().Start().RunTask(Scenario.Timer(seconds: 3600));

        Assert.True(run.State.IsIdle);
        Assert.Equal(run.Now + TimeSpan.FromHours(1), run.State.NextWakeUp);
    }

    [Fact]
    public void A_run_with_an_activity_at_work_is_not_idle()
    {
        var run = new Scenario().Start().RunTask(Scenario.Activity());
        Assert.False(run.State.IsIdle);

        run.StartAttempt();
        Assert.False(run.State.IsIdle);

        run.Respond(new ActivityOutcome.Failed(Scenario.Failure()));
        Assert.True(run.State.IsIdle);
    }
}
