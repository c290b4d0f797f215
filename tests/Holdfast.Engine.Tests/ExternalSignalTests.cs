using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class ExternalSignalTests
{
    private static readonly SignalExternalWorkflowExecutionCommand Go = new() { WorkflowId = "other", SignalName = "go" };

    [Fact]
    public void A_signal_to_another_run_is_recorded_sent_and_resolved() => new Scenario()
        .Start()
        .RunTask(Go)
        .ExpectEffects("signal go to other for 5")
        .Do(new ResolveExternalSignal(5, null))
        .ExpectRecords("6 ExternalWorkflowExecutionSignaled initiated=5", "7 WorkflowTaskScheduled")
        .Do(new ResolveExternalSignal(5, null)).ExpectRecords();

    [Fact]
    public void A_signal_without_outcome_is_sent_again_after_a_crash() => new Scenario()
        .Start()
        .RunTask(Go)
        .Crash()
        .ExpectEffects("signal go to other for 5");

    [Fact]
    public void A_signal_that_fails_tells_the_cause() => new Scenario()
        .Start()
        .RunTask(Go)
        .Do(new ResolveExternalSignal(5, SignalExternalWorkflowExecutionFailedCause.SignalCountLimitExceeded))
        .ExpectRecords("6 SignalExternalWorkflowExecutionFailed initiated=5 SignalCountLimitExceeded", "7 WorkflowTaskScheduled");

    [Fact]
    public void A_run_with_a_signal_under_way_stays_in_memory() => Assert.False(new Scenario().Start().RunTask(Go).State.IsIdle);

    [Fact]
    public void Too_many_signals_under_way_fail_the_task() => new Scenario(new EngineLimits { PendingExternalSignals = 1 })
        .Start()
        .RunTask(Go, Go)
        .ExpectRecords("4 WorkflowTaskFailed PendingSignalsLimitExceeded");

    [Fact]
    public void Too_many_requests_to_cancel_under_way_fail_the_task() => new Scenario(new EngineLimits { PendingExternalCancels = 0 })
        .Start()
        .RunTask(new RequestCancelExternalWorkflowExecutionCommand { WorkflowId = "other", RunId = RunId.None })
        .ExpectRecords("4 WorkflowTaskFailed PendingRequestCancelLimitExceeded");

    [Fact]
    public void A_signal_across_namespaces_fails_the_task_with_the_reason()
    {
        var run = new Scenario().Start().RunTask(Go with { Namespace = "elsewhere" });
        var failed = Assert.IsType<WorkflowTaskFailed>(run.History[^1].Attributes);
        Assert.Equal(WorkflowTaskFailedCause.BadSignalWorkflowExecutionAttributes, failed.Cause);
        Assert.StartsWith(ErrorCodes.CrossNamespaceRefused.ToString(), failed.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_to_cancel_across_namespaces_fails_the_task() => new Scenario()
        .Start()
        .RunTask(new RequestCancelExternalWorkflowExecutionCommand { Namespace = "elsewhere", WorkflowId = "other", RunId = RunId.None })
        .ExpectRecords("4 WorkflowTaskFailed BadRequestCancelExternalWorkflowExecutionAttributes");
}
