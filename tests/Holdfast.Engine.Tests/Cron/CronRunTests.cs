using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class CronRunTests
{
    [Fact]
    public void A_completed_run_is_followed_by_the_next_of_its_schedule_which_has_its_result()
    {
        var run = Started().AfterSeconds(60).CompleteTask(new CompleteWorkflowExecutionCommand { Result = Scenario.Text("done") });
        var next = Successor(run);
        Assert.Equal(ContinueAsNewInitiator.CronSchedule, next.Initiator);
        Assert.Equal((TimeSpan.FromSeconds(240), 1, Scenario.Text("done")), (next.FirstWorkflowTaskBackoff!.Value, next.Attempt, next.LastCompletionResult));
        Assert.Null(next.ContinuedFailure);
        Assert.Equal(WorkflowExecutionStatus.Completed, run.State.Status);
        Assert.NotNull(run.State.SuccessorRunId);
    }

    [Fact]
    public void A_failed_run_is_followed_by_the_next_of_its_schedule_which_has_its_failure_and_the_last_result()
    {
        var run = Started(s => s with { LastCompletionResult = Scenario.Text("before") }).CompleteTask(new FailWorkflowExecutionCommand { Failure = Scenario.Failure() });
        var next = Successor(run);
        Assert.Equal(("it failed", Scenario.Text("before")), (next.ContinuedFailure!.Message, next.LastCompletionResult));
    }

    [Fact]
    public void A_failed_run_is_retried_first()
    {
        var run = Started(s => s with { RetryPolicy = new RetryPolicy { MaximumAttempts = 2 } }).CompleteTask(new FailWorkflowExecutionCommand { Failure = Scenario.Failure() });
        Assert.Equal(ContinueAsNewInitiator.Retry, Successor(run).Initiator);
    }

    [Fact]
    public void A_run_that_times_out_is_followed_by_the_next_of_its_schedule()
    {
        var run = Started(s => s with { WorkflowRunTimeout = TimeSpan.FromSeconds(30) }).Sleep(40);
        Assert.Equal(WorkflowExecutionStatus.TimedOut, run.State.Status);
        Assert.NotNull(run.State.SuccessorRunId);
    }

    [Fact]
    public void A_canceled_run_ends_the_schedule() =>
        Assert.Null(Started().CompleteTask(new CancelWorkflowExecutionCommand()).State.SuccessorRunId);

    [Fact]
    public void A_terminated_run_ends_the_schedule() =>
        Assert.Null(Started().Do(new TerminateRun(RunId.None, "enough", Payloads.Empty, "client")).State.SuccessorRunId);

    [Fact]
    public void A_schedule_ends_with_the_execution_timeout() => Assert.Null(
        Started(s => s with { WorkflowExecutionExpirationTime = Scenario.StartOfTime.AddSeconds(200) }).CompleteTask(new CompleteWorkflowExecutionCommand()).State.SuccessorRunId);

    [Fact]
    public void The_schedule_of_a_run_that_was_reset_goes_on_until_the_execution_timeout_that_began_anew()
    {
        var first = Started(s => s with { WorkflowExecutionTimeout = TimeSpan.FromSeconds(400), WorkflowExecutionExpirationTime = Scenario.StartOfTime.AddSeconds(400) });
        var reset = new Scenario().AfterSeconds(301).Do(Scenario.Branch([.. first.History.Take(2)], [.. first.History.Skip(2)])).RunTask(new CompleteWorkflowExecutionCommand());
        var next = Successor(reset);

        Assert.Equal(Scenario.StartOfTime.AddSeconds(701), next.WorkflowExecutionExpirationTime);
        Assert.Null(next.OriginalExecutionRunId);
        Assert.Equal(reset.State.RunId, next.ContinuedExecutionRunId);
    }

    [Fact]
    public void A_signal_does_not_cut_the_wait_for_the_schedule() => new Scenario()
        .Start(s => s with { CronSchedule = "*/5 * * * *", FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(300) })
        .Signal()
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowExecutionSignaled go");

    [Fact]
    public void A_schedule_that_cannot_be_read_is_refused() => new Scenario()
        .Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started() with { CronSchedule = "often" }))
        .ExpectRejection(ErrorCodes.CronInvalid);

    private static Scenario Started(Func<WorkflowExecutionStarted, WorkflowExecutionStarted>? change = null) => new Scenario()
        .Start(s => (change is null ? s : change(s)) with { CronSchedule = "*/5 * * * *" })
        .StartTask();

    private static WorkflowExecutionStarted Successor(Scenario run) => Assert.Single(run.Effects.OfType<StartSuccessor>()).Start.Started;
}
