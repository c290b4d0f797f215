using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class AutoResetPointTests
{
    [Fact]
    public void The_build_is_written_when_it_changes_and_not_with_every_task()
    {
        var run = new Scenario().Start();
        foreach (var build in new[] { "", "one", "one", "", "one", "two" })
        {
            RunTask(run, build);
        }

        Assert.Equal(["", "one", "", "", "", "two"], run.History.Select(e => e.Attributes).OfType<WorkflowTaskCompleted>().Select(c => c.BuildId));
        Assert.Equal("two", run.State.BuildId);
    }

    [Fact]
    public void A_build_has_a_point_at_the_end_of_its_first_task_also_when_it_comes_back_and_after_a_crash()
    {
        var run = new Scenario().Start();
        RunTask(RunTask(RunTask(run, "one"), "two"), "one");
        run.Crash();
        Assert.Equal(
            [new ResetPoint("one", Scenario.FirstRun, 4, Scenario.StartOfTime), new ResetPoint("two", Scenario.FirstRun, 8, Scenario.StartOfTime.AddSeconds(1))],
            run.State.AutoResetPoints);
        Assert.Equal(run.State.AutoResetPoints, RunDescription.Describe(run.State).AutoResetPoints);
        Assert.Equal("one", RunDescription.Describe(run.State).BuildId);
    }

    [Fact]
    public void The_newest_twenty_points_are_kept()
    {
        var run = new Scenario().Start();
        for (var i = 1; i <= 23; i++)
        {
            RunTask(run, $"b{i}");
        }

        Assert.Equal(Enumerable.Range(4, 20).Select(i => $"b{i}"), run.State.AutoResetPoints.Select(p => p.BuildId));
    }

    [Fact]
    public void The_run_that_continues_another_knows_its_points_and_adds_none_for_a_build_that_has_one()
    {
        var run = new Scenario().Start();
        RunTask(RunTask(run, "one"), "two", new ContinueAsNewWorkflowExecutionCommand());
        var successor = run.Effects.OfType<StartSuccessor>().Single().Start.Started;
        Assert.Equal(["one", "two"], successor.PreviousResetPoints.Select(p => p.BuildId));
        var next = new Scenario().Start(_ => successor);
        RunTask(next, "two");
        Assert.Equal(successor.PreviousResetPoints, next.State.AutoResetPoints);
        Assert.Equal("two", Assert.IsType<WorkflowTaskCompleted>(next.History[^1].Attributes).BuildId);
    }

    private static Scenario RunTask(Scenario run, string buildId, params Command[] commands)
    {
        if (run.State.WorkflowTask is null)
        {
            run.AfterSeconds(1).Signal();
        }

        run.StartTask();
        return run.Do(new CompleteWorkflowTask(run.State.WorkflowTask!.StartedEventId, 1, commands, Scenario.Worker, BuildId: buildId));
    }
}
