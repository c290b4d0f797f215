namespace Holdfast.Worker.Tests;

public sealed class LibraryTime
{
    [Fact]
    public void A_librarys_delay_is_a_durable_timer()
    {
        using var run = Branch.Start("library delay");
        Assert.Equal(["timer 1 90s"], run.Asked);
        run.FireTimer().RunTask();
        Assert.Equal(["complete(\"00:01:30 True\")"], run.Asked);
    }

    [Fact]
    public void A_librarys_timeout_cancels_what_takes_its_token_and_a_canceled_delay_cancels_its_timer()
    {
        using var run = Branch.Start("library cancel");
        Assert.Equal(["activity Charge(\"o\", 1)", "timer 1 30s", "timer 2 3600s"], run.Asked.Order(StringComparer.Ordinal));
        run.FireTimer().RunTask();
        Assert.Equal("complete(\"canceled canceled\")", run.Asked[^1]);
        Assert.Contains("cancel timer 2", run.Asked);
    }

    [Fact]
    public void A_librarys_periodic_timer_ticks_by_durable_timers()
    {
        using var run = Branch.Start("library period");
        run.FireTimer("1").RunTask();
        run.FireTimer("2").RunTask();
        run.FireTimer("3").RunTask();
        Assert.Equal("complete(\"3 ticks\")", run.Asked[^1]);
    }

    [Fact]
    public void A_librarys_wait_may_time_out()
    {
        using var run = Branch.Start("library wait");
        run.FireTimer().RunTask();
        Assert.Equal(["complete(\"TimeoutException\")"], run.Asked);
    }
}
