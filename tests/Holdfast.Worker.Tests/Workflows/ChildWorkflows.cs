using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class ChildWorkflows
{
    [Fact]
    public void A_child_starts_and_gives_its_result()
    {
        using var run = Script.Start("child handle");
        Assert.Equal(["child OrderWorkflow(\"c1\")"], run.Asked);
        run.Child("OrderWorkflow").Started();
        run.RunTask();
        Assert.Equal("run, started True", run.Ask<string>("Log"));
        run.Child("OrderWorkflow").Completed("r");
        run.RunTask();
        Assert.Equal(["complete(\"r\")"], run.Asked);
    }

    [Fact]
    public void A_child_may_start_and_end_in_one_task()
    {
        using var run = Script.Start("child");
        run.Child("OrderWorkflow").Started();
        run.Child("OrderWorkflow").Completed("r");
        run.RunTask();
        Assert.Equal(["complete(\"r\")"], run.Asked);
    }

    [Fact]
    public void A_child_that_cannot_start_fails_the_parent()
    {
        using var run = Script.Start("child");
        run.Child("OrderWorkflow").StartFailed();
        run.RunTask();
        var failure = Assert.IsType<FailWorkflowExecutionCommand>(run.Commands[0]).Failure;
        Assert.IsType<FailureInfo.ChildWorkflow>(failure.Info);
        Assert.Equal("WorkflowAlreadyExists", Assert.IsType<FailureInfo.Application>(failure.Cause!.Info).Type);
    }

    [Fact]
    public void A_child_that_fails_times_out_or_is_terminated_fails_the_parent_with_the_reason()
    {
        Assert.IsType<FailureInfo.Application>(Ended(c => c.Failed(FailureConverter.ToFailure(new FormatException("bad"), JsonDataConverter.Default))));
        Assert.IsType<FailureInfo.Timeout>(Ended(c => c.TimedOut()));
        Assert.IsType<FailureInfo.Terminated>(Ended(c => c.Terminated()));
    }

    private static FailureInfo Ended(Action<ChildEvents> end)
    {
        using var run = Script.Start("child");
        run.Child("OrderWorkflow").Started();
        end(run.Child("OrderWorkflow"));
        run.RunTask();
        return Assert.IsType<FailWorkflowExecutionCommand>(run.Commands[0]).Failure.Cause!.Info;
    }
}
