namespace Holdfast.Worker.Tests;

public sealed class Running
{
    [Fact]
    public void An_order_runs_through_activities_a_timer_and_a_signal()
    {
        using var run = RunDriver.Start((OrderWorkflow w) => w.RunAsync("o1"));
        Assert.Equal(["activity Charge(\"o1\", 5)"], run.Asked);
        run.CompleteActivity("Charge", "r1").RunTask();
        Assert.Equal(["timer 1 3600s"], run.Asked);
        run.FireTimer().RunTask();
        Assert.Empty(run.Asked);
        run.Signal("Approve", "ann").RunTask();
        Assert.Equal(["activity Ship(\"o1\")"], run.Asked);
        run.CompleteActivity("Ship", "s1").RunTask();
        Assert.Equal(["complete(\"r1, s1, ann\")"], run.Asked);
    }
}
