using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class HistoryLimitTests
{
    [Fact]
    public void A_run_with_too_many_events_is_terminated()
    {
        var run = new Scenario(new EngineLimits { HistoryEvents = 4 }).Start().Signal().Signal();

        run.ExpectRecords("4 WorkflowExecutionSignaled go", "5 WorkflowExecutionTerminated").ExpectEffects("closed Terminated");
        Assert.Contains("the limit is 4", ((WorkflowExecutionTerminated)run.State.CloseEvent!.Attributes).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_with_too_large_a_history_is_terminated()
    {
        var run = new Scenario(new EngineLimits { HistoryBytes = 1_000 }).Start();
        run.State.SetHistorySizeBytes(1_000);

        run.Signal().ExpectRecords("3 WorkflowExecutionSignaled go", "4 WorkflowExecutionTerminated");
    }
}
