using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class Compensating
{
    private static readonly ApplicationFailureException NoMoney = new("no money", "NoMoney");

    [Fact]
    public void A_failure_runs_the_compensations_in_reverse_and_is_thrown()
    {
        using var run = Start("in turn");
        run.FailActivity("Charge", NoMoney).RunTask();
        Assert.Equal(["activity Refund(\"o3\")"], run.Asked);
        run.CompleteActivity("Refund").RunTask();
        Assert.Equal(["activity Refund(\"o2\")"], run.Asked);
        run.CompleteActivity("Refund").RunTask();
        run.CompleteActivity("Refund").RunTask();
        Assert.Equal("no money", Assert.IsType<FailWorkflowExecutionCommand>(run.Commands[0]).Failure.Cause!.Message);
    }

    [Fact]
    public void A_cancellation_of_the_workflow_runs_the_compensations_and_does_not_reach_them()
    {
        using var run = Start("parallel");
        run.RequestCancel().RunTask();
        Assert.Equal(["cancel activity 5", "activity Refund(\"o3\")", "activity Refund(\"o2\")", "activity Refund(\"o1\")"], run.Asked);
        run.CompleteActivity("Refund").CompleteActivity("Refund").CompleteActivity("Refund").RunTask();
        Assert.Equal(["canceled"], run.Asked);
    }

    [Fact]
    public void A_failed_compensation_does_not_stop_the_others_and_is_told()
    {
        using var run = Start("in turn");
        run.FailActivity("Charge", NoMoney).RunTask();
        run.FailActivity("Refund", new ApplicationFailureException("lost", "Lost")).RunTask();
        run.CompleteActivity("Refund").RunTask();
        run.CompleteActivity("Refund").RunTask();
        var failure = Assert.IsType<FailWorkflowExecutionCommand>(run.Commands[0]).Failure;
        Assert.StartsWith("1 of 3 compensations failed", failure.Message, StringComparison.Ordinal);
        Assert.Equal("lost", failure.Cause!.Cause!.Message);
    }

    [Fact]
    public void A_failed_compensation_stops_the_others_if_it_is_so_wished()
    {
        using var run = Start("stop");
        run.FailActivity("Charge", NoMoney).RunTask();
        run.FailActivity("Refund", new ApplicationFailureException("lost", "Lost")).RunTask();
        Assert.StartsWith("fail(1 of 3 compensations failed", Assert.Single(run.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_compensation_cancels_those_beside_it_if_it_is_so_wished()
    {
        using var run = Start("parallel stop");
        run.FailActivity("Charge", NoMoney).RunTask();
        run.FailActivity("Refund", new ApplicationFailureException("lost", "Lost")).RunTask();
        Assert.Equal(2, run.Asked.Count(a => a.StartsWith("cancel activity", StringComparison.Ordinal)));
        Assert.StartsWith("fail(3 of 3 compensations failed", run.Asked[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_and_continuing_as_new_compensate_nothing()
    {
        using var bug = Start("bug");
        Assert.IsType<WorkflowTaskResult.Failed>(bug.CompleteActivity("Charge", "r").TryTask());
        using var next = Start("continue");
        next.CompleteActivity("Charge", "r").RunTask();
        Assert.StartsWith("continue", Assert.Single(next.Asked), StringComparison.Ordinal);
    }

    private static RunDriver Start(string how) => RunDriver.Start((SagaWorkflow w) => w.RunAsync(how));
}
