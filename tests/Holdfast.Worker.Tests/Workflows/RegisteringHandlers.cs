using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class RegisteringHandlers
{
    [Fact]
    public void Signals_that_come_before_their_handler_are_kept_in_order()
    {
        using var run = Start("late");
        run.Signal("Later", "a").Signal("Stranger", 7).Signal("Later", "b").RunTask();
        run.FireTimer().Signal("Later", "c").RunTask();
        run.Signal("Done").RunTask();
        Assert.Equal(["complete(\"later a, later b, later c, any Stranger 7\")"], run.Asked);
    }

    [Fact]
    public void A_handler_that_is_set_at_the_start_gets_the_signals_of_the_first_task()
    {
        using var run = RunDriver.Create((MessageWorkflow w) => w.RunAsync("at once"));
        run.Signal("Early", "x").Signal("Done").RunTask();
        Assert.Equal(["complete(\"early x\")"], run.Asked);
    }

    [Fact]
    public void Query_and_update_handlers_can_be_set_and_removed()
    {
        using var run = Start("late");
        run.FireTimer().RunTask();
        Assert.Equal(0, run.Ask<int>("Later"));
        run.RunTask(RunDriver.Update("u1", "Later", 4));
        Assert.Equal(["accept u1", "update u1 = 8"], run.Asked);
        run.Signal("Later", "a").Signal("Later", "b").Signal("Later", "c").RunTask();
        var refused = Assert.IsType<WorkflowTaskResult.Completed>(run.TryTask(RunDriver.Update("u2", "Later", 4)));
        Assert.Contains("has no update 'Later'", CommandWords.Of(refused.Commands[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Catch_all_handlers_take_what_no_other_takes()
    {
        using var run = Start("wait");
        run.Signal("Hello", "a", "b").RunTask(RunDriver.Update("u1", "Add", 41), RunDriver.Update("u2", "Add"));
        Assert.Equal(["accept u1", "reject u2: Add takes one number", "update u1 = \"Add: 42\""], run.Asked.Order(StringComparer.Ordinal));
        Assert.Equal("Colour? nothing", run.Ask<string>("Colour"));
        Assert.Equal("wait of order-1", run.Ask<string>("Greeting"));
        run.Signal("Done").RunTask();
        Assert.Equal(["complete(\"Hello(a b)\")"], run.Asked);
    }

    [Fact]
    public void Signals_can_be_read_as_a_stream()
    {
        using var run = Start("queue");
        run.Signal("Item", 1).Signal("Item", 2).Signal("Item", 3).RunTask();
        run.FireTimer().RunTask();
        run.Signal("Item", 4).RunTask();
        run.Signal("Item", -1).Signal("Item", 6).RunTask();
        Assert.Equal(["complete(\"item 1, item 2, item 3, item 4, item -1\")"], run.Asked);
    }

    [Fact]
    public void A_handler_cannot_be_set_where_code_may_only_look()
    {
        using var run = Script.Start("level");
        Assert.Equal(ErrorCodes.NotInWorkflow, Assert.Throws<HoldfastException>(() => Workflow.SetQueryHandler("x", _ => 1)).Code);
    }

    [Fact]
    public void An_exception_type_named_by_the_workflow_fails_it()
    {
        using var run = Start("named failure");
        Assert.Equal(["fail(nowhere)"], run.Asked);
    }

    [Fact]
    public void The_end_of_a_run_warns_once_of_handlers_under_way_and_of_signals_that_nobody_took()
    {
        using var logs = new CollectingLoggerFactory();
        using var run = RunDriver.Start((MessageWorkflow w) => w.RunAsync("wait"), new WorkflowTaskHandlerOptions { LoggerFactory = logs });
        run.Signal("Slow").Signal("Quiet").RunTask(RunDriver.Update("u7", "SlowUpdate"), RunDriver.Update("u8", "QuietUpdate"));
        run.Signal("Done").RunTask();
        run.Evict().Ask<string>("Greeting");
        var warning = Assert.Single(logs.Lines("Holdfast.Worker.WorkflowTaskHandler"), m => m.Contains("under way", StringComparison.Ordinal));
        Assert.Contains("signal Slow, update SlowUpdate (ID u7).", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("Quiet", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Signals_that_nobody_took_are_told_of_at_the_end()
    {
        using var logs = new CollectingLoggerFactory();
        using var run = RunDriver.Start((ScriptWorkflow w) => w.RunAsync("level"), new WorkflowTaskHandlerOptions { LoggerFactory = logs });
        run.Signal("Nonsense", 1).Signal("Level", 3).RunTask();
        Assert.Single(logs.Lines("Holdfast.Worker.WorkflowTaskHandler"), m => m.Contains("no handler took these signals: Nonsense", StringComparison.Ordinal));
    }

    private static RunDriver Start(string script) => RunDriver.Start((MessageWorkflow w) => w.RunAsync(script));
}
