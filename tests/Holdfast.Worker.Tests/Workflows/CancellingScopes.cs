namespace Holdfast.Worker.Tests;

public sealed class CancellingScopes
{
    [Fact]
    public void A_scope_cancels_what_was_begun_in_it_and_nothing_else()
    {
        using var run = Branch.Start("scope");
        Assert.Equal(["activity Charge(\"in\", 1)", "timer 1 3600s", "activity Charge(\"out\", 1)"], run.Asked);
        run.Signal("SetLevel", 1).RunTask();
        Assert.Equal(["cancel activity 5", "cancel timer 1"], run.Asked.Order(StringComparer.Ordinal));
        run.CompleteActivity("Charge", "late answer").CompleteActivity("Charge", "r").RunTask();
        Assert.Equal(["complete(\"canceled canceled r\")"], run.Asked);
    }

    [Fact]
    public void A_canceled_scope_cancels_the_scopes_within_but_not_a_detached_one()
    {
        using var run = Branch.Start("nested");
        run.Signal("SetLevel", 1).RunTask();
        Assert.Equal(["cancel timer 1"], run.Asked);
        run.FireTimer("2").RunTask();
        Assert.Equal(["complete(\"canceled canceled True, completed\")"], run.Asked);
    }

    [Fact]
    public void Cleanup_in_a_detached_scope_outlives_the_cancellation_of_the_workflow()
    {
        using var run = Branch.Start("detached");
        run.RequestCancel().RunTask();
        Assert.Equal(["cancel activity 5", "activity Refund(\"o\")"], run.Asked);
        run.CompleteActivity("Refund").RunTask();
        Assert.Equal(["canceled"], run.Asked);
    }

    [Fact]
    public void The_cancellation_of_the_workflow_reaches_scopes()
    {
        using var run = Branch.Start("scope");
        run.RequestCancel().RunTask();
        Assert.Contains("cancel timer 1", run.Asked);
        Assert.Contains("canceled", run.Asked);
    }

    [Fact]
    public void A_detached_scope_may_have_a_timeout()
    {
        using var run = Branch.Start("detached timeout");
        run.RequestCancel().RunTask();
        Assert.Empty(run.Asked);
        run.FireTimer().RunTask();
        Assert.Equal(["cancel activity 6", "complete(\"canceled\")"], run.Asked);
    }

    [Fact]
    public void A_timeout_cancels_its_scope()
    {
        using var run = Branch.Start("timeout");
        Assert.Equal(["timer 1 300s", "activity Charge(\"o\", 1)"], run.Asked);
        run.FireTimer().RunTask();
        Assert.Equal(["cancel activity 6", "complete(\"canceled True\")"], run.Asked);
    }

    [Fact]
    public void What_ends_in_time_stops_the_timer_of_its_scope()
    {
        using var run = Branch.Start("in time");
        run.CompleteActivity("Charge", "r").RunTask();
        Assert.Equal(["cancel timer 1", "complete(\"r\")"], run.Asked);
    }

    [Fact]
    public void Code_in_a_scope_finds_its_token()
    {
        using var run = Branch.Start("token");
        Assert.Equal(["complete(\"True canceled False\")"], run.Asked);
    }

    [Fact]
    public void An_operation_with_a_token_of_its_own_is_canceled_by_that_alone()
    {
        using var run = Branch.Start("explicit token");
        run.Signal("SetLevel", 1).RunTask();
        Assert.Empty(run.Asked);
        run.Signal("SetLevel", 2).RunTask();
        Assert.Equal(["cancel activity 5", "complete(\"goes on, canceled\")"], run.Asked);
    }

    [Fact]
    public void A_branch_belongs_to_the_scope_in_which_it_was_started()
    {
        using var run = Branch.Start("branch scope");
        run.Signal("SetLevel", 1).RunTask();
        Assert.Equal(["cancel activity 5", "complete(\"canceled\")"], run.Asked);
    }
}
