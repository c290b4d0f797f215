using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class StartingTests
{
    /// <summary>Five seconds of a start delay, of a retry, of a run that continues another, and of a cron schedule.</summary>
    public static TheoryData<Func<WorkflowExecutionStarted, WorkflowExecutionStarted>> Delays => new()
    {
        static s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(5) },
        static s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(5), Initiator = ContinueAsNewInitiator.Retry },
        static s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(5), Initiator = ContinueAsNewInitiator.Workflow },
        static s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromSeconds(5), CronSchedule = "* * * * *" },
    };

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

    [Theory]
    [MemberData(nameof(Delays), DisableDiscoveryEnumeration = true)]
    public void A_signal_with_start_ends_the_delay_of_the_open_run_whatever_it_waits_for(Func<WorkflowExecutionStarted, WorkflowExecutionStarted> delay) => new Scenario()
        .Start(delay)
        .Do(new SignalRun("go", Payloads.Empty, PayloadMap.Empty, "client", "r1") { EndsFirstDelay = true })
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowExecutionSignaled go", "3 WorkflowTaskScheduled")
        .Sleep(10)
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowExecutionSignaled go", "3 WorkflowTaskScheduled");

    [Theory]
    [MemberData(nameof(Delays), DisableDiscoveryEnumeration = true)]
    public void A_request_to_cancel_ends_the_delay_whatever_the_run_waits_for(Func<WorkflowExecutionStarted, WorkflowExecutionStarted> delay) => new Scenario()
        .Start(delay)
        .Do(new RequestCancelRun(RunId.None, "enough", "client", "r1"))
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowExecutionCancelRequested", "3 WorkflowTaskScheduled");

    [Theory]
    [MemberData(nameof(Delays), DisableDiscoveryEnumeration = true)]
    public void An_update_ends_the_delay_whatever_the_run_waits_for(Func<WorkflowExecutionStarted, WorkflowExecutionStarted> delay) => new Scenario()
        .Start(delay)
        .Admit("u1")
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowTaskScheduled");

    [Theory]
    [MemberData(nameof(Delays), DisableDiscoveryEnumeration = true)]
    public void A_signal_alone_waits_for_the_end_of_the_delay(Func<WorkflowExecutionStarted, WorkflowExecutionStarted> delay) => new Scenario()
        .Start(delay)
        .Signal()
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
    public void A_memo_larger_than_a_payload_may_be_is_refused() => new Scenario(new EngineLimits { PayloadBytes = 10 })
        .Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started() with { Memo = PayloadMap.Of([new("note", new Payload(Payload.BinaryEncoding, new byte[11]))]) }))
        .ExpectRejection(ErrorCodes.LimitExceeded);

    [Fact]
    public void An_invalid_retry_policy_is_refused() => new Scenario()
        .Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started() with { RetryPolicy = new RetryPolicy { BackoffCoefficient = 0.5 } }))
        .ExpectRejection(ErrorCodes.InvalidArgument);
}
