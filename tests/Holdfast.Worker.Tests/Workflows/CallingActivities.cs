using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class CallingActivities
{
    [Fact]
    public void Instance_static_synchronous_and_named_activities_are_scheduled()
    {
        using var run = Script.Start("activity kinds");
        Assert.Equal(["activity Price(\"hat\")", "activity Refund(\"o\")", "activity Ship(\"o\")", "activity Elsewhere(\"x\", 1)"], run.Asked);
        run.CompleteActivity("Price", 3).CompleteActivity("Refund").CompleteActivity("Ship", "s").CompleteActivity("Elsewhere", 9).RunTask();
        Assert.Equal(["complete(\"3 s 9\")"], run.Asked);
    }

    [Fact]
    public void Options_come_from_the_attribute_and_then_from_the_defaults()
    {
        using var run = Script.Start("activity kinds");
        var commands = run.Commands.Cast<ScheduleActivityTaskCommand>().ToList();
        Assert.Equal(TimeSpan.FromMinutes(5), commands[0].StartToCloseTimeout);
        Assert.Equal((TimeSpan.FromSeconds(30), 3), (commands[1].StartToCloseTimeout!.Value, commands[1].RetryPolicy!.MaximumAttempts));
    }

    [Fact]
    public void Options_of_the_call_go_before_those_of_the_attribute_and_all_of_them_are_in_the_command()
    {
        using var run = Script.Start("activity with options beside its attribute");
        var command = Assert.IsType<ScheduleActivityTaskCommand>(run.Commands.Single());
        var given = Scripts.AllOptions;
        Assert.Equal(
            (given.StartToCloseTimeout, given.ScheduleToCloseTimeout, given.ScheduleToStartTimeout, given.HeartbeatTimeout, given.RetryPolicy),
            (command.StartToCloseTimeout, command.ScheduleToCloseTimeout, command.ScheduleToStartTimeout, command.HeartbeatTimeout, command.RetryPolicy));
        Assert.Equal(
            (given.ActivityId, given.TaskQueue, given.Priority, given.ConcurrencyKey, given.Summary),
            (command.ActivityId, command.TaskQueue, command.Priority, command.ConcurrencyKey, command.Summary));
    }

    [Fact]
    public void A_limit_over_all_attempts_takes_the_place_of_the_default_of_each()
    {
        using var run = Script.Start("activity with a limit over all attempts");
        var command = Assert.IsType<ScheduleActivityTaskCommand>(run.Commands.Single());
        Assert.Equal((TimeSpan.FromHours(1), null), (command.ScheduleToCloseTimeout, command.StartToCloseTimeout));
    }

    [Fact]
    public void A_failed_activity_throws_its_cause()
    {
        using var run = Script.Start("charge then recover");
        run.FailActivity("Charge", new ApplicationFailureException("no money", "NoMoney")).RunTask();
        Assert.Equal(["complete(\"Charge: no money (NoMoney)\")"], run.Asked);
    }

    [Fact]
    public void An_activity_failure_that_is_not_caught_fails_the_workflow_with_its_causes()
    {
        using var run = Script.Start("charge");
        run.FailActivity("Charge", new InvalidOperationException("no money")).RunTask();
        var failure = Assert.IsType<FailWorkflowExecutionCommand>(run.Commands[0]).Failure;
        Assert.Equal("Charge", Assert.IsType<FailureInfo.Activity>(failure.Info).ActivityType);
        Assert.Equal("no money", failure.Cause!.Message);
    }

    [Fact]
    public void What_is_canceled_before_it_was_asked_for_leaves_no_command()
    {
        using var run = Script.Start("cancel at once");
        Assert.Equal(["complete(\"canceled canceled\")"], run.Asked);
    }
}
