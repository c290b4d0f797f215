using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class StartingTests
{
    [Fact]
    public void A_start_records_the_run_and_its_first_workflow_task() => new Scenario()
        .Start()
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowTaskScheduled")
        .ExpectEffects("workflow task ready on orders");

    [Fact]
    public void A_start_with_a_delay_schedules_the_first_task_when_the_delay_has_passed() => new Scenario()
        .Start(s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(5) })
        .ExpectHistory("1 WorkflowExecutionStarted")
        .ExpectEffects("arm FirstWorkflowTaskBackoff 0")
        .Sleep(5)
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowTaskScheduled");

    [Fact]
    public void A_signal_cuts_a_start_delay() => new Scenario()
        .Start(s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(5) })
        .Signal()
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowExecutionSignaled go", "3 WorkflowTaskScheduled")
        .Sleep(10)
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowExecutionSignaled go", "3 WorkflowTaskScheduled");

    [Fact]
    public void The_signal_that_comes_with_the_start_does_not_cut_the_start_delay() => new Scenario()
        .Start(s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(5) })
        .Do(new SignalRun("go", Payloads.Empty, PayloadMap.Empty, "client", "r1") { KeepsStartDelay = true })
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowExecutionSignaled go")
        .Sleep(5)
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowExecutionSignaled go", "3 WorkflowTaskScheduled");

    [Fact]
    public void A_start_that_uses_the_run_can_leave_its_request_ID_once() => new Scenario()
        .Start()
        .Do(new AttachStartRequest("start-2", "client")).ExpectRecords("3 WorkflowExecutionOptionsUpdated")
        .Crash()
        .Do(new AttachStartRequest("start-2", "client")).ExpectRecords();

    [Fact]
    public void A_workflow_type_with_half_a_surrogate_pair_is_refused() => new Scenario()
        .Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started() with { WorkflowType = "a\uD800b" }))
        .ExpectRejection(ErrorCodes.InvalidArgument);

    [Theory]
    [InlineData(ContinueAsNewInitiator.Retry)]
    [InlineData(ContinueAsNewInitiator.Workflow)]
    public void A_signal_does_not_cut_the_delay_of_a_run_that_continues_another(ContinueAsNewInitiator initiator) => new Scenario()
        .Start(s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(5), Initiator = initiator })
        .Signal()
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowExecutionSignaled go")
        .Sleep(5)
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowExecutionSignaled go", "3 WorkflowTaskScheduled");

    [Fact]
    public void A_started_run_refuses_another_start() => new Scenario()
        .Start()
        .Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started()))
        .ExpectRejection(ErrorCodes.WorkflowAlreadyStarted);

    [Fact]
    public void A_start_without_workflow_type_is_refused() => new Scenario()
        .Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started() with { WorkflowType = string.Empty }))
        .ExpectRejection(ErrorCodes.InvalidArgument);

    [Fact]
    public void A_workflow_type_longer_than_a_thousand_bytes_is_refused() => new Scenario()
        .Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started() with { WorkflowType = new string('é', 501) }))
        .ExpectRejection(ErrorCodes.LimitExceeded);

    [Fact]
    public void A_workflow_task_timeout_above_the_maximum_is_refused() => new Scenario()
        .Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started() with { WorkflowTaskTimeout = TimeSpan.FromSeconds(121) }))
        .ExpectRejection(ErrorCodes.InvalidArgument);

    [Fact]
    public void An_invalid_retry_policy_is_refused() => new Scenario()
        .Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started() with { RetryPolicy = new RetryPolicy { BackoffCoefficient = 0.5 } }))
        .ExpectRejection(ErrorCodes.InvalidArgument);
}
