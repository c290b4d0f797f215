namespace Holdfast.Worker.Tests;

public sealed class Waiting
{
    [Fact]
    public void A_condition_is_asked_again_whenever_code_has_run()
    {
        using var run = Script.Start("level");
        run.Signal("Level", 1).RunTask();
        Assert.Empty(run.Asked);
        run.Signal("Level", 3).RunTask();
        Assert.Equal(["complete(\"3\")"], run.Asked);
    }

    [Fact]
    public void A_condition_that_holds_cancels_its_timer()
    {
        using var run = Script.Start("level or timeout");
        Assert.Equal(["timer 1 300s"], run.Asked);
        run.Signal("Level", 3).RunTask();
        Assert.Equal(["cancel timer 1", "complete(\"reached\")"], run.Asked);
    }

    [Fact]
    public void A_condition_whose_timer_fires_gives_false()
    {
        using var run = Script.Start("level or timeout");
        run.FireTimer().RunTask();
        Assert.Equal(["complete(\"timed out\")"], run.Asked);
    }

    [Fact]
    public void The_signal_of_a_task_is_handled_before_its_timer()
    {
        using var run = Script.Start("level or timeout");
        run.FireTimer().Signal("Level", 3).RunTask();
        Assert.Equal(["complete(\"timed out\")"], run.Asked);
    }

    [Fact]
    public void WhenAny_gives_the_activities_in_the_order_of_history()
    {
        using var run = Script.Start("two of three");
        run.CompleteActivity("Charge", "a").RunTask();
        run.CompleteActivity("Charge", "b").RunTask();
        Assert.Equal(["complete(\"a b\")"], run.Asked);
    }

    [Fact]
    public void Conditions_are_released_one_at_a_time_so_that_they_can_guard_a_lock()
    {
        using var run = Script.Start("locks");
        run.FireTimer("1").RunTask();
        run.FireTimer("2").RunTask();
        run.FireTimer("3").RunTask();
        Assert.Equal(["complete(\"1 2 3\")"], run.Asked);
    }

    [Fact]
    public void A_semaphore_works_in_order()
    {
        using var run = Script.Start("semaphore");
        run.FireTimer("1").RunTask();
        run.FireTimer("2").RunTask();
        Assert.Equal(["complete(\"1 2\")"], run.Asked);
    }

    [Fact]
    public void A_delay_of_zero_goes_on_at_once()
    {
        using var run = Script.Start("zero sleep");
        Assert.Equal(["complete(\"slept\")"], run.Asked);
    }

    [Fact]
    public void StartNew_ContinueWith_and_Yield_stay_on_the_workflows_scheduler()
    {
        using var run = Script.Start("tasks");
        Assert.Equal(["complete(\"True order-1\")"], run.Asked);
    }

    [Fact]
    public void Random_numbers_UUIDs_and_time_are_the_same_on_replay()
    {
        using var run = Script.Start("random");
        run.FireTimer().RunTask();
        Assert.Contains("2030-01-01T00:01:00", run.Asked[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Info_tells_of_the_run_and_of_the_current_task()
    {
        using var run = Script.Start("info");
        run.FireTimer().RunTask();
        Assert.Equal(["complete(\"Script order-1 3 8 700\")"], run.Asked.Select(a => a.Replace("ScriptWorkflow", "Script", StringComparison.Ordinal)));
    }
}
