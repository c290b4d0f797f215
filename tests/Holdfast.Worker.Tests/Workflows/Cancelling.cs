namespace Holdfast.Worker.Tests;

public sealed class Cancelling
{
    [Fact]
    public void A_cancel_request_cancels_the_activity_and_ends_the_run_as_canceled()
    {
        using var run = Script.Start("charge");
        run.RequestCancel().RunTask();
        Assert.Equal(["cancel activity 5", "canceled"], run.Asked);
    }

    [Fact]
    public void A_cancel_request_cancels_a_delay()
    {
        using var run = Script.Start("sleep");
        run.RequestCancel().RunTask();
        Assert.Equal(["cancel timer 1", "canceled"], run.Asked);
    }

    [Theory]
    [InlineData("charge", "complete(\"r\")")]
    [InlineData("charge waiting", "complete(\"r\")")]
    public void An_activity_that_ended_in_the_task_of_the_request_is_not_canceled(string script, string asked)
    {
        using var run = Script.Start(script);
        run.RequestCancel().CompleteActivity("Charge", "r").RunTask();
        Assert.Equal([asked], run.Asked);
    }

    [Fact]
    public void A_timer_that_fired_in_the_task_of_the_request_is_not_canceled()
    {
        using var run = Script.Start("level or timeout");
        run.RequestCancel().FireTimer().RunTask();
        Assert.Equal(["complete(\"timed out\")"], run.Asked);
    }

    [Fact]
    public void Waiting_for_the_cancellation_waits_for_the_activitys_end()
    {
        using var run = Script.Start("charge waiting");
        run.RequestCancel().RunTask();
        Assert.Equal(["cancel activity 5"], run.Asked);
        run.CancelActivity("Charge").RunTask();
        Assert.Equal(["canceled"], run.Asked);
    }

    [Fact]
    public void An_activity_may_still_complete_after_it_was_asked_to_cancel()
    {
        using var run = Script.Start("charge waiting");
        run.RequestCancel().RunTask();
        run.CompleteActivity("Charge", "r").RunTask();
        Assert.Equal(["complete(\"r\")"], run.Asked);
    }

    [Fact]
    public void Abandoning_an_activity_asks_for_nothing()
    {
        using var run = Script.Start("charge abandoning");
        run.RequestCancel().RunTask();
        Assert.Equal(["canceled"], run.Asked);
    }

    [Fact]
    public void Cleanup_runs_with_a_token_of_its_own_and_late_ends_of_canceled_activities_are_ignored()
    {
        using var run = Script.Start("charge with cleanup");
        run.RequestCancel().RunTask();
        Assert.Equal(["cancel activity 5", "activity Refund(\"o\")"], run.Asked);
        run.CancelActivity("Charge").RunTask();
        Assert.Empty(run.Asked);
        run.CompleteActivity("Refund").RunTask();
        Assert.Equal(["canceled"], run.Asked);
    }

    [Fact]
    public void A_linked_token_cancels_activity_delay_and_wait()
    {
        using var run = Script.Start("cancel linked");
        Assert.Equal(["activity Charge(\"o\", 1)", "timer 1 3600s", "timer 2 7200s"], run.Asked);
        run.Signal("Level", 1).RunTask();
        Assert.Equal(["cancel timer 2", "cancel timer 1", "cancel activity 5", "complete(\"canceled canceled canceled\")"], run.Asked);
    }

    [Theory]
    [InlineData("child try cancel", new[] { "cancel child", "canceled" })]
    [InlineData("child abandon", new[] { "canceled" })]
    [InlineData("child", new[] { "cancel child" })]
    [InlineData("child wait requested", new[] { "cancel child" })]
    public void A_child_is_canceled_as_its_options_say(string script, string[] asked)
    {
        using var run = Script.Start(script);
        run.Child("OrderWorkflow").Started();
        run.RunTask().RequestCancel().RunTask();
        Assert.Equal(asked, run.Asked);
    }

    [Fact]
    public void A_canceled_child_ends_the_canceled_parent()
    {
        using var run = Script.Start("child");
        run.Child("OrderWorkflow").Started();
        run.RequestCancel().RunTask();
        run.Child("OrderWorkflow").CancelDelivered();
        run.Child("OrderWorkflow").Canceled();
        run.RunTask();
        Assert.Equal(["canceled"], run.Asked);
    }

    [Fact]
    public void Waiting_for_the_request_goes_on_when_the_child_has_it()
    {
        using var run = Script.Start("child wait requested");
        run.Child("OrderWorkflow").Started();
        run.RequestCancel().RunTask();
        run.Child("OrderWorkflow").CancelDelivered();
        run.RunTask();
        Assert.Equal(["canceled"], run.Asked);
    }
}
