using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class Handling
{
    [Fact]
    public void Signals_are_handled_in_the_order_of_history_after_the_code_began()
    {
        using var run = Script.Create("level");
        run.Signal("Level", 1).Signal("Level", 2).RunTask();
        Assert.Equal("run, level 1, level 2", run.Ask<string>("Log"));
    }

    [Fact]
    public void An_unknown_signal_and_one_with_unreadable_arguments_are_dropped()
    {
        using var run = Script.Start("level");
        run.Signal("Nonsense", 1).Signal("Level", "three").Signal("Level").Signal("Level", 3).RunTask();
        Assert.Equal(["complete(\"3\")"], run.Asked);
    }

    [Fact]
    public void A_failure_out_of_a_signal_handler_fails_the_workflow()
    {
        using var run = Script.Start("level");
        run.Signal("Throw", "failure").RunTask();
        Assert.Equal(["fail(handler failed)"], run.Asked);
    }

    [Fact]
    public void A_bug_in_a_signal_handler_fails_the_task()
    {
        using var run = Script.Start("level");
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.Signal("Throw", "bug").TryTask());
        Assert.Equal((WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, "handler bug"), (failed.Cause, failed.Failure.Message));
    }

    [Fact]
    public void An_update_is_validated_accepted_and_completed()
    {
        using var run = Script.Start("level");
        run.RunTask(RunDriver.Update("u1", "Raise", 2));
        Assert.Equal(["accept u1", "update u1 = 2"], run.Asked);
        run.RunTask(RunDriver.Update("u2", "Raise", 1));
        Assert.Equal(["accept u2", "update u2 = 3", "complete(\"3\")"], run.Asked);
    }

    [Fact]
    public void An_update_may_take_several_tasks_while_others_come()
    {
        using var run = Script.Start("level");
        run.RunTask(RunDriver.Update("slow", "Charge", "o1"));
        Assert.Equal(["accept slow", "activity Charge(\"o1\", 1)"], run.Asked);
        run.RunTask(RunDriver.Update("quick", "Raise", 1));
        run.CompleteActivity("Charge", "r").RunTask();
        Assert.Equal(["update slow = \"r\""], run.Asked);
    }

    [Fact]
    public void A_rejected_update_leaves_no_trace_and_keeps_the_cached_state()
    {
        using var run = Script.Start("level");
        run.TryTask(RunDriver.Update("u1", "Raise", -1));
        run.TryTask(RunDriver.Update("u2", "Nonsense"));
        var reads = run.History.Reads;
        run.Signal("Level", 3).RunTask();
        Assert.Equal(["complete(\"3\")"], run.Asked);
        Assert.Equal(reads, run.History.Reads);
    }

    [Fact]
    public void A_rejection_says_why()
    {
        using var run = Script.Start("level");
        var result = Assert.IsType<WorkflowTaskResult.Completed>(run.TryTask(RunDriver.Update("u1", "Raise", -1), RunDriver.Update("u2", "Nonsense")));
        Assert.Equal("reject u1: cannot raise by -1", CommandWords.Of(result.Commands[0]));
        Assert.Contains("has no update 'Nonsense'. It has: Charge, Fail, Raise.", CommandWords.Of(result.Commands[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Signals_come_before_updates_of_the_same_task_on_replay_too()
    {
        using var run = Script.Start("level");
        run.Signal("Level", 1).RunTask(RunDriver.Update("u1", "Raise", 1));
        Assert.Equal(["accept u1", "update u1 = 2"], run.Asked);
        run.Evict().Signal("Level", 3).RunTask();
        Assert.Equal(["complete(\"3\")"], run.Asked);
    }

    [Fact]
    public void A_failure_out_of_an_update_handler_fails_the_update_alone()
    {
        using var run = Script.Start("level");
        run.RunTask(RunDriver.Update("u1", "Fail", "failure"));
        Assert.Equal(["accept u1", "update u1 = handler failed"], run.Asked);
    }

    [Fact]
    public void A_bug_in_an_update_handler_fails_the_task()
    {
        using var run = Script.Start("level");
        Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask(RunDriver.Update("u1", "Fail", "bug")));
    }

    [Fact]
    public void Arguments_that_an_update_handler_cannot_read_fail_the_update()
    {
        using var run = Script.Start("level");
        run.RunTask(RunDriver.Update("u1", "Charge"));
        Assert.Contains("update u1 = HF3101", run.Asked[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_sees_the_state_and_changes_nothing()
    {
        using var run = Script.Start("level");
        run.Signal("Level", 2).RunTask();
        Assert.Equal(2, run.Ask<int>("CurrentLevel"));
        var failed = Assert.IsType<WorkflowTaskResult.QueryFailed>(run.Query("Act"));
        Assert.StartsWith("HF3004", failed.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("It has: Act, CurrentLevel, Log.", Assert.IsType<WorkflowTaskResult.QueryFailed>(run.Query("Nonsense")).Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_after_eviction_replays_updates_of_the_last_task_too()
    {
        using var run = Script.Start("level");
        run.RunTask(RunDriver.Update("u1", "Raise", 2));
        run.Signal("Level", 1);
        Assert.Equal(2, run.Evict().Ask<int>("CurrentLevel"));
        run.RunTask();
        Assert.Equal(1, run.Ask<int>("CurrentLevel"));
    }

    [Fact]
    public void A_closed_run_answers_queries_with_and_without_cached_state()
    {
        using var run = Script.Start("level");
        run.Signal("Level", 3).RunTask();
        Assert.Equal(3, run.Ask<int>("CurrentLevel"));
        Assert.Equal(3, run.Evict().Ask<int>("CurrentLevel"));
    }

    [Fact]
    public void Code_can_wait_until_its_handlers_have_finished()
    {
        using var run = Script.Start("wait for handlers");
        run.Signal("Slow").Signal("Level", 1).RunTask();
        Assert.Equal(["timer 1 60s"], run.Asked);
        run.FireTimer().RunTask();
        Assert.Equal(["complete(\"done\")"], run.Asked);
    }
}
