using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class ChildTests
{
    private static readonly RunId ChildRun = CountingRunIds.Numbered(1);
    private static readonly RunId ChildLastRun = CountingRunIds.Numbered(50);

    private static Scenario Initiated(ParentClosePolicy policy = ParentClosePolicy.Terminate) => new Scenario().Start().RunTask(Scenario.Child(policy: policy));

    private static Scenario Started() => Initiated().Do(new ChildStarted(5, ChildRun)).RunTask();

    [Fact]
    public void A_child_is_asked_for_with_a_run_ID_that_makes_its_start_idempotent()
    {
        var run = Initiated().ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 StartChildWorkflowExecutionInitiated child-1").ExpectEffects("start child 5");

        Assert.Equal(ChildRun, run.Effects.OfType<StartChild>().Single().Initiated.ChildRunId);
        Assert.Equal(1, run.State.UnacknowledgedChildStarts);
        Assert.False(run.State.IsIdle);
    }

    [Fact]
    public void Its_start_and_its_end_are_separate_events() => Initiated()
        .Do(new ChildStarted(5, ChildRun))
        .ExpectRecords("6 ChildWorkflowExecutionStarted initiated=5", "7 WorkflowTaskScheduled")
        .RunTask()
        .Do(new ChildClosed(5, ChildRun, ChildLastRun, new WorkflowExecutionCompleted { Result = Scenario.Text("done"), WorkflowTaskCompletedEventId = 4 }))
        .ExpectRecords("10 ChildWorkflowExecutionCompleted initiated=5 started=6", "11 WorkflowTaskScheduled");

    [Fact]
    public void A_repeated_start_changes_nothing() => Started().Do(new ChildStarted(5, ChildRun)).ExpectRecords();

    [Fact]
    public void A_repeated_end_changes_nothing() => Started()
        .Do(new ChildClosed(5, ChildRun, ChildRun, new WorkflowExecutionTerminated()))
        .Do(new ChildClosed(5, ChildRun, ChildRun, new WorkflowExecutionTerminated()))
        .ExpectRecords();

    [Fact]
    public void An_end_implies_the_start() => Initiated()
        .Do(new ChildClosed(5, ChildRun, ChildLastRun, new WorkflowExecutionTerminated()))
        .ExpectRecords("6 ChildWorkflowExecutionStarted initiated=5", "7 ChildWorkflowExecutionTerminated initiated=5 started=6", "8 WorkflowTaskScheduled");

    [Fact]
    public void Start_and_end_that_are_buffered_name_one_another() => Initiated()
        .Signal()
        .StartTask()
        .Do(new ChildStarted(5, ChildRun))
        .Do(new ChildClosed(5, ChildRun, ChildLastRun, new WorkflowExecutionCanceled { WorkflowTaskCompletedEventId = 4 }))
        .ExpectRecords("buffered ChildWorkflowExecutionCanceled initiated=5 started=0")
        .CompleteTask()
        .ExpectRecords(
            "9 WorkflowTaskCompleted scheduled=7 started=8",
            "10 ChildWorkflowExecutionStarted initiated=5",
            "11 ChildWorkflowExecutionCanceled initiated=5 started=10",
            "12 WorkflowTaskScheduled");

    [Fact]
    public void An_end_after_a_buffered_start_names_it() => Initiated()
        .Signal()
        .StartTask()
        .Do(new ChildStarted(5, ChildRun))
        .CompleteTask()
        .Do(new ChildClosed(5, ChildRun, ChildLastRun, new WorkflowExecutionTimedOut { RetryState = RetryState.RetryPolicyNotSet }))
        .ExpectRecords("12 ChildWorkflowExecutionTimedOut initiated=5 started=10");

    [Fact]
    public void A_child_that_cannot_start_is_an_event() => Initiated()
        .Do(new ChildStartFailed(5, StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists))
        .ExpectRecords("6 StartChildWorkflowExecutionFailed initiated=5 WorkflowAlreadyExists", "7 WorkflowTaskScheduled");

    [Fact]
    public void A_failed_child_passes_its_failure_on()
    {
        var run = Started().Do(new ChildClosed(5, ChildRun, ChildLastRun, new WorkflowExecutionFailed { Failure = Scenario.Failure(), RetryState = RetryState.MaximumAttemptsReached, WorkflowTaskCompletedEventId = 4 }));

        var failed = Assert.IsType<ChildWorkflowExecutionFailed>(((HistoryEvent)run.Records[0]).Attributes);
        Assert.Equal(Scenario.Failure(), failed.Failure);
        Assert.Equal(RetryState.MaximumAttemptsReached, failed.RetryState);
        Assert.Equal(new WorkflowExecution("child-1", ChildLastRun), failed.Execution);
    }

    [Fact]
    public void A_child_that_continues_as_new_has_not_closed() => Started()
        .Send(new ChildClosed(5, ChildRun, ChildLastRun, new WorkflowExecutionContinuedAsNew
        {
            NewExecutionRunId = ChildLastRun, WorkflowType = "Ship", TaskQueue = "orders", WorkflowTaskTimeout = TimeSpan.FromSeconds(10),
            Initiator = ContinueAsNewInitiator.Workflow, WorkflowTaskCompletedEventId = 4,
        }))
        .ExpectRejection(ErrorCodes.InvalidArgument);

    [Theory]
    [InlineData(ParentClosePolicy.Terminate, "Terminate child 5")]
    [InlineData(ParentClosePolicy.RequestCancel, "RequestCancel child 5")]
    public void Closing_the_parent_applies_the_policy_to_open_children(ParentClosePolicy policy, string effect) => Initiated(policy)
        .Signal()
        .RunTask(new CompleteWorkflowExecutionCommand())
        .ExpectEffects(effect, "closed Completed")
        .Crash()
        .ExpectEffects(effect);

    [Fact]
    public void Closing_the_parent_leaves_abandoned_children_alone() => Initiated(ParentClosePolicy.Abandon)
        .Signal()
        .RunTask(new CompleteWorkflowExecutionCommand())
        .ExpectEffects("closed Completed");

    [Fact]
    public void A_child_that_ended_is_not_touched() => Started()
        .Do(new ChildClosed(5, ChildRun, ChildRun, new WorkflowExecutionCompleted { WorkflowTaskCompletedEventId = 4 }))
        .RunTask(new CompleteWorkflowExecutionCommand())
        .ExpectEffects("closed Completed");

    [Fact]
    public void A_request_to_cancel_another_run_is_resolved_by_an_event() => new Scenario()
        .Start()
        .RunTask(new RequestCancelExternalWorkflowExecutionCommand { WorkflowId = "child-1", RunId = RunId.None })
        .ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 RequestCancelExternalWorkflowExecutionInitiated child-1")
        .ExpectEffects("request cancel of child-1 for 5")
        .Crash().ExpectEffects("request cancel of child-1 for 5")
        .Do(new ResolveExternalCancel(5, null))
        .ExpectRecords("6 ExternalWorkflowExecutionCancelRequested initiated=5", "7 WorkflowTaskScheduled")
        .Do(new ResolveExternalCancel(5, null)).ExpectRecords();

    [Fact]
    public void A_request_to_cancel_that_fails_says_why() => new Scenario()
        .Start()
        .RunTask(new RequestCancelExternalWorkflowExecutionCommand { WorkflowId = "child-1", RunId = RunId.None })
        .Do(new ResolveExternalCancel(5, "not found"))
        .ExpectRecords("6 RequestCancelExternalWorkflowExecutionFailed initiated=5 not found", "7 WorkflowTaskScheduled");

    [Fact]
    public void A_child_tells_its_parent_how_it_ended_until_that_is_acknowledged()
    {
        var run = AsChild()
            .RunTask(new CompleteWorkflowExecutionCommand { Result = Scenario.Text("done") })
            .ExpectEffects("notify parent WorkflowExecutionCompleted", "closed Completed")
            .Crash()
            .ExpectEffects("notify parent WorkflowExecutionCompleted");
        Assert.True(run.State.OwesParentNotification);
        Assert.False(run.State.IsIdle);

        run.Do(new AcknowledgeParentNotification()).ExpectRecords("parent notified");
        Assert.False(run.State.OwesParentNotification);
        Assert.True(run.State.IsIdle);
        run.Crash().ExpectEffects();
    }

    [Fact]
    public void A_child_that_continues_as_new_leaves_telling_the_parent_to_its_successor()
    {
        var run = AsChild().RunTask(new ContinueAsNewWorkflowExecutionCommand()).ExpectEffects("start successor Workflow", "closed ContinuedAsNew");

        Assert.Equal("parent", run.Effects.OfType<StartSuccessor>().Single().Start.Started.Parent!.Execution.WorkflowId);
        Assert.False(run.State.OwesParentNotification);
    }

    private static Scenario AsChild() => new Scenario().Start(s => s with { Parent = new ParentInfo("default", new WorkflowExecution("parent", CountingRunIds.Numbered(9)), 5) });
}
