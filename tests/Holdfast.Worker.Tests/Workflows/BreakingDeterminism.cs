using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class BreakingDeterminism
{
    [Fact]
    public void Another_activity_than_the_one_in_history_is_named_with_its_event()
    {
        var failure = Changed("charge", () => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.RefundAsync("o")));
        Assert.StartsWith("HF3001: Event 5 of the history is ActivityTaskScheduled 'Charge' (ID 1), but at this point the workflow code schedules activity 'Refund' (ID 1).", failure, StringComparison.Ordinal);
        Assert.Contains("Restore the order of calls", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_timer_in_place_of_an_activity_is_found() =>
        Assert.Contains("ActivityTaskScheduled 'Charge' (ID 1), but at this point the workflow code starts timer 1 (00:01:00).", Changed("charge", () => Workflow.DelayAsync(TimeSpan.FromMinutes(1))), StringComparison.Ordinal);

    [Fact]
    public void A_child_in_place_of_an_activity_is_found() =>
        Assert.Contains("the workflow code starts child workflow 'OrderWorkflow'", Changed("charge", () => Workflow.ExecuteChildWorkflowAsync((OrderWorkflow o) => o.RunAsync("x"))), StringComparison.Ordinal);

    [Fact]
    public void Code_that_ends_where_history_goes_on_is_found() =>
        Assert.Contains("ActivityTaskScheduled 'Charge' (ID 1), but at this point the workflow code completes the workflow.", Changed("charge", () => Task.CompletedTask), StringComparison.Ordinal);

    [Fact]
    public void Code_that_asks_for_nothing_where_history_has_an_event_is_found() =>
        Assert.Contains("ActivityTaskScheduled 'Charge' (ID 1), but at this point the workflow code asks for nothing more.", Changed("charge", () => Workflow.WaitConditionAsync(() => false)), StringComparison.Ordinal);

    [Fact]
    public void Code_that_asks_for_more_than_history_has_is_found() =>
        Assert.Contains(
            "The workflow code starts timer 1 (00:01:00), but the history has no such event before event",
            Changed("charge", () =>
            {
                _ = Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1));
                return Workflow.DelayAsync(TimeSpan.FromMinutes(1));
            }),
            StringComparison.Ordinal);

    [Fact]
    public void A_changed_order_is_found_though_the_calls_are_the_same()
    {
        using var run = Script.Start("activity kinds");
        run.CompleteActivity("Price", 1);
        Assert.Contains("ActivityTaskScheduled 'Price' (ID 1), but at this point the workflow code schedules activity 'Refund' (ID 1).", Next(run, () => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.RefundAsync("o"))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_goes_on_when_the_code_is_restored()
    {
        using var run = RunDriver.Start((PlainWorkflow w) => w.RunAsync("charge"));
        run.CompleteActivity("Charge", "r");
        Next(run, () => Task.CompletedTask);
        run.MoveTo(RunDriver.NewHandler()).RunTask();
        Assert.Equal(["complete(\"r\")"], run.Asked);
    }

    private static string Changed(string script, Func<Task> code)
    {
        using var run = RunDriver.Start((PlainWorkflow w) => w.RunAsync(script));
        return Next(run.CompleteActivity("Charge", "r"), code);
    }

    private static string Next(RunDriver run, Func<Task> code)
    {
        var name = ((WorkflowExecutionStarted)run.History.Events[0].Attributes).WorkflowType;
        var changed = new WorkflowDefinition
        {
            Name = name,
            DeclaringType = typeof(PlainWorkflow),
            Invoke = async (_, _) =>
            {
                await code();
                return Payloads.Empty;
            },
        };
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.MoveTo(new WorkflowTaskHandler([changed])).TryTask());
        Assert.Equal(WorkflowTaskFailedCause.NonDeterministicError, failed.Cause);
        return failed.Failure.Message;
    }
}
