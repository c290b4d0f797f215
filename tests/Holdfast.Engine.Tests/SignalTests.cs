using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class SignalTests
{
    [Fact]
    public void A_request_ID_seen_before_changes_nothing() => new Scenario()
        .Start()
        .Signal(requestId: "r1").ExpectRecords("3 WorkflowExecutionSignaled go")
        .Signal(requestId: "r1").ExpectRecords()
        .Crash()
        .Signal(requestId: "r1").ExpectRecords()
        .Signal(requestId: "r2").ExpectRecords("4 WorkflowExecutionSignaled go");

    [Fact]
    public void A_request_ID_is_known_while_its_signal_is_buffered() => new Scenario()
        .Start()
        .StartTask()
        .Signal(requestId: "r1").ExpectRecords("buffered WorkflowExecutionSignaled go")
        .Signal(requestId: "r1").ExpectRecords();

    [Fact]
    public void A_signal_sent_again_after_the_close_was_taken() => new Scenario()
        .Start()
        .Signal(requestId: "r1")
        .RunTask(new CompleteWorkflowExecutionCommand())
        .Do(new SignalRun("go", Payloads.Empty, PayloadMap.Empty, "client", "r1"))
        .ExpectRecords();

    [Fact]
    public void Signals_without_request_ID_are_all_taken() => new Scenario()
        .Start()
        .Signal()
        .Signal()
        .ExpectHistory("1 WorkflowExecutionStarted", "2 WorkflowTaskScheduled", "3 WorkflowExecutionSignaled go", "4 WorkflowExecutionSignaled go");

    [Fact]
    public void Too_many_signals_are_refused() => new Scenario(new EngineLimits { Signals = 1 })
        .Start()
        .Signal()
        .Signal()
        .ExpectRejection(ErrorCodes.LimitExceeded);

    [Fact]
    public void A_signal_without_a_name_is_refused() => new Scenario()
        .Start()
        .Send(new SignalRun(string.Empty, Payloads.Empty, PayloadMap.Empty, "client", string.Empty))
        .ExpectRejection(ErrorCodes.InvalidArgument);

    [Fact]
    public void A_signal_above_the_payload_limit_is_refused() => new Scenario(new EngineLimits { PayloadBytes = 3 })
        .Start()
        .Signal()
        .ExpectRejection(ErrorCodes.LimitExceeded);
}
