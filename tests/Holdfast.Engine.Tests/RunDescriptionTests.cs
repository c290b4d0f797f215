using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class RunDescriptionTests
{
    [Fact]
    public void An_open_run_is_described_with_what_it_waits_for()
    {
        var run = new Scenario().Start().RunTask(Scenario.Activity("a"), Scenario.Activity("b"), Scenario.Child())
            .StartAttempt(1)
            .Do(new HeartbeatActivity(6, 1, Scenario.Text("half")))
            .StartAttempt(0)
            .Respond(new ActivityOutcome.Failed(Scenario.Failure()))
            .Signal();
        run.State.SetHistorySizeBytes(512);

        var description = RunDescription.Describe(run.State);

        Assert.Equal(WorkflowExecutionStatus.Running, description.Info.Status);
        Assert.Equal(new WorkflowExecution("order-1", Scenario.FirstRun), description.Info.Execution);
        Assert.Equal((run.History.Count, 512L), (description.Info.HistoryLength, description.Info.HistorySizeBytes));
        Assert.Null(description.Info.CloseTime);
        var (waiting, running) = (description.PendingActivities[0], description.PendingActivities[1]);
        Assert.Equal((PendingActivityState.Scheduled, 2, Scenario.Failure()), (waiting.State, waiting.Attempt, waiting.LastFailure));
        Assert.Equal(run.Now.AddSeconds(1), waiting.NextAttemptTime);
        Assert.Equal((PendingActivityState.Started, 1, Scenario.Text("half"), Scenario.Worker), (running.State, running.Attempt, running.HeartbeatDetails, running.LastWorkerIdentity));
        Assert.Null(running.NextAttemptTime);
        Assert.Equal(new PendingChildInfo(new WorkflowExecution("child-1", RunId.None), "Ship", 7, ParentClosePolicy.Terminate), Assert.Single(description.PendingChildren));
        Assert.False(description.PendingWorkflowTask!.Started);
    }

    [Fact]
    public void A_run_is_described_with_the_texts_it_was_started_with()
    {
        var description = RunDescription.Describe(new Scenario().Start(s => s with { StaticSummary = "Order of Ada", StaticDetails = "Two pots of tea" }).State);

        Assert.Equal(("Order of Ada", "Two pots of tea"), (description.StaticSummary, description.StaticDetails));
    }

    [Fact]
    public void What_is_paused_of_a_run_is_a_search_attribute_until_it_goes_on()
    {
        var run = new Scenario().Start().RunTask(Scenario.Activity("a"), Scenario.Activity("b"), Scenario.Activity("c"));
        Assert.Empty(Paused(run));
        run.Do(new OperateActivities(ActivitySelector.All, new ActivityOperation.Pause("slow bank"), "operator", "p1"));
        Assert.Equal("[\"property:activityType=Charge\"]", Paused(run));
        run.Do(new PauseRun("look first", "operator", "p2"));
        Assert.Equal("[\"Workflow:order-1\",\"Reason:look first\",\"property:activityType=Charge\"]", Paused(run));
        run.Do(new UnpauseRun("seen", "operator", "p3")).Do(new OperateActivities(ActivitySelector.All, new ActivityOperation.Unpause(TimeSpan.Zero, ResetsAttempts: false, ResetsHeartbeat: false), "operator", "p4"));
        Assert.Empty(Paused(run));
    }

    private static string Paused(Scenario run) =>
        RunDescription.Info(run.State).SearchAttributes.TryGetValue(SystemSearchAttributes.TemporalPauseInfo, out var pauses) ? pauses.ToString() : string.Empty;

    [Fact]
    public void A_closed_run_waits_for_nothing()
    {
        var run = new Scenario().Start().RunTask(Scenario.Activity(), Scenario.Child()).AfterSeconds(5).Do(new TerminateRun(RunId.None, "enough", Payloads.Empty, "client"));

        var description = RunDescription.Describe(run.State);

        Assert.Equal((WorkflowExecutionStatus.Terminated, run.Now), (description.Info.Status, description.Info.CloseTime));
        Assert.Empty(description.PendingActivities);
        Assert.Empty(description.PendingChildren);
        Assert.Null(description.PendingWorkflowTask);
    }
}
