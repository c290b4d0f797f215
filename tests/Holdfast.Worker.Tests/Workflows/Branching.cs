using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class Branching
{
    [Fact]
    public void Branches_begin_in_order_when_the_code_comes_to_its_next_wait()
    {
        using var run = Branch.Start("branch order");
        Assert.Equal(["complete(\"main, first, second, first second\")"], run.Asked);
    }

    [Fact]
    public void A_loop_runs_a_few_bodies_at_a_time_and_begins_them_in_order()
    {
        using var run = Branch.Start("for each");
        Assert.Equal(["activity Charge(\"a\", 1)", "activity Charge(\"b\", 1)"], run.Asked);
        run.CompleteActivity("Charge", "ra").RunTask();
        Assert.Equal(["activity Charge(\"c\", 1)"], run.Asked);
        run.CompleteActivity("Charge", "rb").CompleteActivity("Charge", "rc").RunTask();
        Assert.Equal(["complete(\"ra, rb, rc, done\")"], run.Asked);
    }

    [Fact]
    public void The_first_failure_of_a_loop_cancels_the_others_and_is_thrown()
    {
        using var run = Branch.Start("for each");
        run.FailActivity("Charge", new ApplicationFailureException("no money", "NoMoney")).RunTask();
        Assert.Equal("cancel activity 6", run.Asked[0]);
        Assert.StartsWith("fail(", run.Asked[1], StringComparison.Ordinal);
        Assert.Equal(2, run.Asked.Count);
    }

    [Fact]
    public void A_canceled_loop_begins_no_more()
    {
        using var run = Branch.Start("for each");
        run.RequestCancel().RunTask();
        Assert.Equal(["cancel activity 5", "cancel activity 6", "canceled"], run.Asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_bug_in_a_loop_fails_the_task_at_once_and_cancels_nothing()
    {
        using var run = Branch.Create("for each bug");
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        Assert.Equal("a bug", failed.Failure.Message);
    }

    [Fact]
    public void Results_of_a_loop_stand_in_the_order_of_the_items()
    {
        using var run = Branch.Start("select");
        run.CompleteActivity("Charge", "ra").RunTask();
        run.CompleteActivity("Charge", "rb").CompleteActivity("Charge", "rc").RunTask();
        Assert.Equal(["complete(\"ra rb rc\")"], run.Asked);
    }

    [Fact]
    public void WhenAny_of_many_typed_tasks_gives_them_in_the_order_of_history()
    {
        using var run = Branch.Start("when any");
        for (var i = 1; i <= 20; i++)
        {
            run.CompleteActivity("Charge", $"r{i}");
        }

        run.RunTask();
        Assert.Equal([$"complete(\"{string.Join(' ', Enumerable.Range(1, 20).Select(i => $"r{i}"))}\")"], run.Asked);
    }

    [Fact]
    public void WhenAll_waits_for_all_and_throws_the_failure_that_stands_first_in_the_list()
    {
        using var run = Branch.Start("when all");
        run.CompleteActivity("Charge", "ra").RunTask();
        run.FailActivity("Charge", new ApplicationFailureException("second", "B")).RunTask();
        Assert.Empty(run.Asked);
        run.FailActivity("Charge", new ApplicationFailureException("third", "C")).RunTask();
        var failure = Assert.IsType<FailWorkflowExecutionCommand>(run.Commands[0]).Failure;
        Assert.Equal("second", failure.Cause!.Message);
    }
}
