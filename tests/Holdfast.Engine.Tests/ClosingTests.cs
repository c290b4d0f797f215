using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class ClosingTests
{
    private static readonly RetryPolicy Policy = new() { MaximumAttempts = 2 };

    private static FailWorkflowExecutionCommand Fail(Failure? failure = null) => new() { Failure = failure ?? Scenario.Failure() };

    private static WorkflowExecutionStarted SuccessorOf(Scenario run) => run.Effects.OfType<StartSuccessor>().Single().Start.Started;

    [Fact]
    public void A_failure_without_retry_policy_closes_the_run() => new Scenario()
        .Start()
        .RunTask(Fail())
        .ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 WorkflowExecutionFailed RetryPolicyNotSet")
        .ExpectEffects("closed Failed");

    [Fact]
    public void A_failure_under_a_retry_policy_starts_a_successor_after_a_delay()
    {
        var run = new Scenario().Start(s => s with { RetryPolicy = Policy }).RunTask(Fail())
            .ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 WorkflowExecutionFailed InProgress")
            .ExpectEffects("start successor Retry", "closed Failed");

        var successor = SuccessorOf(run);
        Assert.Equal(2, successor.Attempt);
        Assert.Equal(TimeSpan.FromSeconds(1), successor.FirstWorkflowTaskBackoff);
        Assert.Equal(Scenario.FirstRun, successor.ContinuedExecutionRunId);
        Assert.Equal(Scenario.FirstRun, successor.FirstExecutionRunId);
        Assert.Equal(Scenario.Failure(), successor.ContinuedFailure);
        Assert.Equal(run.State.SuccessorRunId, run.Effects.OfType<StartSuccessor>().Single().Start.RunId);
        Assert.Equal(run.State.SuccessorRunId, ((WorkflowExecutionFailed)run.State.CloseEvent!.Attributes).NewExecutionRunId);
    }

    [Fact]
    public void The_last_attempt_of_a_workflow_closes_the_chain() => new Scenario()
        .Start(s => s with { RetryPolicy = Policy, Attempt = 2 })
        .RunTask(Fail())
        .ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 WorkflowExecutionFailed MaximumAttemptsReached")
        .ExpectEffects("closed Failed");

    [Fact]
    public void The_delay_before_the_next_attempt_of_a_workflow_grows_to_the_longest_that_the_policy_allows()
    {
        var policy = new RetryPolicy { InitialInterval = TimeSpan.FromSeconds(2), BackoffCoefficient = 3, MaximumInterval = TimeSpan.FromSeconds(10) };
        var delays = Enumerable.Range(1, 4).Select(attempt => SuccessorOf(new Scenario().Start(s => s with { RetryPolicy = policy, Attempt = attempt }).RunTask(Fail())).FirstWorkflowTaskBackoff?.TotalSeconds);
        Assert.Equal([2.0, 6.0, 10.0, 10.0], delays);
    }

    [Fact]
    public void A_failure_that_is_not_to_be_retried_closes_the_chain()
    {
        string[] closed = ["4 WorkflowTaskCompleted scheduled=2 started=3", "5 WorkflowExecutionFailed NonRetryableFailure"];
        new Scenario().Start(s => s with { RetryPolicy = Policy }).RunTask(Fail(Scenario.Failure(nonRetryable: true))).ExpectRecords(closed).ExpectEffects("closed Failed");
        new Scenario().Start(s => s with { RetryPolicy = Policy with { NonRetryableErrorTypes = ["Oops"] } }).RunTask(Fail()).ExpectRecords(closed).ExpectEffects("closed Failed");
    }

    [Fact]
    public void A_failure_may_say_itself_when_the_next_attempt_of_the_workflow_begins() => Assert.Equal(
        TimeSpan.FromMinutes(7),
        SuccessorOf(new Scenario().Start(s => s with { RetryPolicy = Policy }).RunTask(Fail(Scenario.Failure(nextRetryDelay: TimeSpan.FromMinutes(7))))).FirstWorkflowTaskBackoff);

    [Fact]
    public void A_canceled_or_terminated_workflow_is_not_retried()
    {
        new Scenario().Start(s => s with { RetryPolicy = Policy }).RunTask(new CancelWorkflowExecutionCommand()).ExpectEffects("closed Canceled");
        new Scenario().Start(s => s with { RetryPolicy = Policy }).Do(new TerminateRun(RunId.None, "enough", Payloads.Empty, "client")).ExpectEffects("closed Terminated");
    }

    [Fact]
    public void No_attempt_of_a_workflow_begins_after_the_execution_timeout() => new Scenario()
        .Start(s => s with { RetryPolicy = Policy, WorkflowExecutionExpirationTime = Scenario.StartOfTime.AddSeconds(0.5) })
        .RunTask(Fail())
        .ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 WorkflowExecutionFailed Timeout");

    [Fact]
    public void Continue_as_new_carries_everything_over()
    {
        var memo = PayloadMap.Of([new("note", Payload.Null)]);
        var run = new Scenario().Start(s => s with
        {
            Memo = memo,
            RetryPolicy = Policy,
            Attempt = 2,
            WorkflowRunTimeout = TimeSpan.FromHours(1),
            WorkflowExecutionTimeout = TimeSpan.FromHours(5),
            WorkflowExecutionExpirationTime = Scenario.StartOfTime.AddHours(5),
        });
        run.RunTask(new ContinueAsNewWorkflowExecutionCommand { Input = Scenario.Text("next") })
            .ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 WorkflowExecutionContinuedAsNew")
            .ExpectEffects("start successor Workflow", "closed ContinuedAsNew");

        var expected = run.State.Started with
        {
            Input = Scenario.Text("next"),
            Attempt = 1,
            ContinuedExecutionRunId = Scenario.FirstRun,
            Initiator = ContinueAsNewInitiator.Workflow,
            RequestId = string.Empty,
        };
        Assert.Equal(expected, SuccessorOf(run));
        Assert.Equal(CountingRunIds.Numbered(1), run.State.SuccessorRunId);
    }

    [Fact]
    public void Continue_as_new_may_change_what_is_carried_over()
    {
        var run = new Scenario().Start().RunTask(new ContinueAsNewWorkflowExecutionCommand
        {
            WorkflowType = "OrderTwo",
            TaskQueue = "slow",
            WorkflowTaskTimeout = TimeSpan.FromSeconds(20),
            BackoffStartInterval = TimeSpan.FromSeconds(3),
        });

        var successor = SuccessorOf(run);
        Assert.Equal(("OrderTwo", "slow", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(3)), (successor.WorkflowType, successor.TaskQueue, successor.WorkflowTaskTimeout, successor.FirstWorkflowTaskBackoff));
    }

    [Theory]
    [InlineData(0.25, 0.0, 0.75)]
    [InlineData(0.25, 3.0, 3.0)]
    [InlineData(1.0, 0.0, null)]
    [InlineData(60.0, 0.0, null)]
    public void A_run_that_continues_as_new_too_soon_waits_for_the_rest_of_the_interval(double lived, double asked, double? waits)
    {
        var run = new Scenario(new EngineLimits { ContinueAsNewInterval = TimeSpan.FromSeconds(1) }).Start().StartTask().AfterSeconds(lived)
            .CompleteTask(new ContinueAsNewWorkflowExecutionCommand { BackoffStartInterval = TimeSpan.FromSeconds(asked) });

        Assert.Equal(waits, SuccessorOf(run).FirstWorkflowTaskBackoff?.TotalSeconds);
    }

    [Fact]
    public void A_successor_is_a_start_that_the_machine_takes()
    {
        var start = new Scenario().Start().RunTask(new ContinueAsNewWorkflowExecutionCommand()).Effects.OfType<StartSuccessor>().Single().Start;
        var (state, step) = (new RunState(start.Workflow, start.RunId), new RunStep(new CountingRunIds(), EngineLimits.Default));
        step.Begin(Scenario.StartOfTime);
        RunMachine.Handle(state, start, step);

        Assert.Null(step.Rejection);
        Assert.Equal(2, step.Records.Count);
    }

    [Fact]
    public void A_workflow_may_end_as_canceled() => new Scenario()
        .Start()
        .Do(new RequestCancelRun(RunId.None, "enough", "client", "cancel-1"))
        .ExpectRecords("3 WorkflowExecutionCancelRequested")
        .Do(new RequestCancelRun(RunId.None, "again", "client", "cancel-2"))
        .ExpectRecords()
        .StartTask()
        .CompleteTask(new CancelWorkflowExecutionCommand())
        .ExpectEffects("closed Canceled");

    [Fact]
    public void A_run_timeout_closes_the_run() => new Scenario()
        .Start(s => s with { WorkflowRunTimeout = TimeSpan.FromMinutes(1) })
        .ExpectEffects("workflow task ready on orders", "arm WorkflowRunTimeout 0")
        .Sleep(60)
        .ExpectRecords("3 WorkflowExecutionTimedOut RetryPolicyNotSet")
        .ExpectEffects("closed TimedOut");

    [Fact]
    public void A_run_timeout_is_retried_under_the_policy() => new Scenario()
        .Start(s => s with { WorkflowRunTimeout = TimeSpan.FromMinutes(1), RetryPolicy = Policy })
        .Sleep(60)
        .ExpectRecords("3 WorkflowExecutionTimedOut InProgress")
        .ExpectEffects("start successor Retry", "closed TimedOut");

    [Fact]
    public void An_execution_timeout_is_not_retried() => new Scenario()
        .Start(s => s with { WorkflowExecutionExpirationTime = Scenario.StartOfTime.AddMinutes(1), RetryPolicy = Policy })
        .Sleep(60)
        .ExpectRecords("3 WorkflowExecutionTimedOut Timeout")
        .ExpectEffects("closed TimedOut");

    [Fact]
    public void The_run_timeout_begins_behind_the_first_delay() => new Scenario()
        .Start(s => s with { WorkflowRunTimeout = TimeSpan.FromMinutes(1), FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(30) })
        .Sleep(89)
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowTaskScheduled")
        .Sleep(1)
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowTaskScheduled", "3 WorkflowExecutionTimedOut RetryPolicyNotSet");

    [Fact]
    public void What_was_due_first_happens_first_when_the_engine_was_away() => new Scenario()
        .Start(s => s with { WorkflowRunTimeout = TimeSpan.FromMinutes(1) })
        .RunTask(Scenario.Timer("early", seconds: 10), Scenario.Timer("late", seconds: 90))
        .AfterSeconds(600)
        .Crash()
        .Do(new TimerDue(new RunTimer(RunTimerKind.User, 5, 0)))
        .ExpectRecords("7 TimerFired early started=5", "8 WorkflowTaskScheduled", "9 WorkflowExecutionTimedOut RetryPolicyNotSet");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Requests_for_another_chain_are_not_taken(bool terminate) => new Scenario()
        .Start()
        .Send(terminate
            ? new TerminateRun(CountingRunIds.Numbered(3), "enough", Payloads.Empty, "client")
            : new RequestCancelRun(CountingRunIds.Numbered(3), "enough", "client", "cancel-1"))
        .ExpectRejection(ErrorCodes.NotFound);

    [Fact]
    public void Commands_behind_the_closing_one_are_moot() => new Scenario()
        .Start()
        .RunTask(new CompleteWorkflowExecutionCommand(), Scenario.Timer())
        .ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 WorkflowExecutionCompleted");
}
