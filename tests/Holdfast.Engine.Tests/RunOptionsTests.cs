using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class RunOptionsTests
{
    private static readonly Priority AtFirst = new() { PriorityKey = 4, FairnessKey = "acme", FairnessWeight = 2 };

    [Fact]
    public void A_changed_priority_is_an_event_and_needs_no_workflow_task()
    {
        var run = Started().RunTask();
        run.Do(Update(new Priority { PriorityKey = 1 }, PriorityFields.PriorityKey)).ExpectRecords("5 WorkflowExecutionOptionsUpdated");
        var expected = AtFirst with { PriorityKey = 1 };
        Assert.Equal(expected, Assert.IsType<WorkflowExecutionOptionsUpdated>(run.History[^1].Attributes).Priority);
        Assert.Null(run.State.WorkflowTask);
        Assert.Equal(expected, run.Crash().State.Priority);
        Assert.Equal(expected, RunDescription.Describe(run.State).Priority);
    }

    [Fact]
    public void What_is_taken_back_is_as_the_run_started_with_it()
    {
        var run = Started().RunTask().Do(Update(new Priority { PriorityKey = 1, FairnessKey = "other" }, PriorityFields.All));
        run.Do(Update(null, PriorityFields.FairnessKey));
        Assert.Equal(new Priority { PriorityKey = 1, FairnessKey = "acme" }, run.State.Priority);
        run.Do(Update(null, PriorityFields.All));
        Assert.Equal(AtFirst, run.State.Priority);
    }

    [Fact]
    public void What_changes_nothing_leaves_no_event()
    {
        var run = Started().RunTask();
        run.Do(Update(AtFirst, PriorityFields.All)).ExpectRecords().Do(Update(null, PriorityFields.All)).ExpectRecords().Do(Update(new Priority { PriorityKey = 1 }, PriorityFields.None)).ExpectRecords();
    }

    [Fact]
    public void While_a_workflow_task_runs_the_event_waits_and_the_commands_inherit_the_new_priority()
    {
        var run = Started().StartTask().Do(Update(new Priority { PriorityKey = 1 }, PriorityFields.PriorityKey)).ExpectRecords("buffered WorkflowExecutionOptionsUpdated");
        run.CompleteTask(Scenario.Child());
        Assert.Equal(1, run.History.Select(e => e.Attributes).OfType<StartChildWorkflowExecutionInitiated>().Single().Priority!.PriorityKey);
        Assert.Contains("6 WorkflowExecutionOptionsUpdated", run.History.Select(HistoryText.Line));
    }

    [Fact]
    public void A_speculative_task_that_waits_becomes_an_ordinary_one()
    {
        var run = Started().RunTask().Admit().Do(Update(new Priority { PriorityKey = 1 }, PriorityFields.All));
        Assert.False(run.State.WorkflowTask!.IsSpeculative);
        run.StartTask().CompleteTask();
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("cron")]
    [InlineData("new")]
    public void Successors_have_the_changed_priority(string by)
    {
        var run = new Scenario().Start(s => s with { Priority = AtFirst, CronSchedule = by == "cron" ? "* * * * *" : string.Empty, RetryPolicy = by == "retry" ? new RetryPolicy() : null });
        run.StartTask().Do(Update(new Priority { PriorityKey = 1 }, PriorityFields.PriorityKey));
        run.CompleteTask().StartTask().CompleteTask(by switch
        {
            "retry" => new FailWorkflowExecutionCommand { Failure = Scenario.Failure() },
            "cron" => new CompleteWorkflowExecutionCommand(),
            _ => new ContinueAsNewWorkflowExecutionCommand(),
        });
        Assert.Equal(AtFirst with { PriorityKey = 1 }, run.Effects.OfType<StartSuccessor>().Single().Start.Started.Priority);
    }

    [Fact]
    public void A_reset_carries_over_what_was_changed_behind_its_point()
    {
        var first = Started().RunTask().Do(Update(new Priority { PriorityKey = 1 }, PriorityFields.PriorityKey)).Do(new AttachStartRequest("start-2", "client"));
        var run = new Scenario().Do(Scenario.Branch([.. first.History.Take(3)], [.. first.History.Skip(3)]));
        Assert.Equal(1, run.State.Priority!.PriorityKey);
        Assert.Equal(["start-2"], run.Crash().State.AttachedRequestIds);
    }

    [Fact]
    public void A_priority_out_of_range_and_a_closed_run_are_refused()
    {
        var run = Started().Send(Update(new Priority { PriorityKey = 6 }, PriorityFields.All)).ExpectRejection(ErrorCodes.InvalidArgument);
        run.RunTask(new CompleteWorkflowExecutionCommand()).Send(Update(AtFirst, PriorityFields.All)).ExpectRejection(ErrorCodes.RunClosed);
    }

    [Fact]
    public void Requests_that_attached_themselves_are_described()
    {
        var run = new Scenario().Start().Do(new AttachStartRequest("start-2", "client")).Do(new AttachStartRequest("start-2", "client")).Do(new AttachStartRequest("start-3", "client"));
        Assert.Equal(["start-2", "start-3"], RunDescription.Describe(run.Crash().State).AttachedRequestIds);
    }

    private static Scenario Started() => new Scenario().Start(s => s with { Priority = AtFirst });

    private static UpdateRunOptions Update(Priority? priority, PriorityFields fields) => new(priority, fields, "operator");
}
