using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class LargeWorkflowTaskTests
{
    private const int LargeBytes = 50_000;

    [Fact]
    public void A_task_that_does_more_than_the_journal_can_hold_fails_and_neither_the_engine_nor_the_run_is_lost()
    {
        var count = 40;
        ScriptedWorker worker = new ScriptedWorker().OnSequence("Short", 1);
        worker.On("Fan", (_, history) => history.Count(static e => e.Type == EventType.ActivityTaskCompleted) is var ended && history.All(static e => e.Type != EventType.ActivityTaskScheduled)
            ? ScriptedWorker.Completed([.. Enumerable.Range(0, count).Select(Large)])
            : ended == count ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()) : ScriptedWorker.Completed());
        PumpedEngine engine = new(new EngineOptions { Owners = 1, Limits = EngineLimits.Default with { WorkflowTaskBytes = 128 << 10 } }, worker);
        engine.StartWorkflow("large", "Fan");
        engine.Settle();
        Assert.Equal([WorkflowTaskFailedCause.PayloadsTooLarge], engine.History("large").Select(static e => e.Attributes).OfType<WorkflowTaskFailed>().Select(static f => f.Cause));
        engine.CrashAndRestart(1);
        engine.StartWorkflow("other", "Short");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("other").Type);

        count = 2;

        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("large").Type);
    }

    private static ScheduleActivityTaskCommand Large(int number) => new()
    {
        ActivityId = $"{number}",
        ActivityType = "Step",
        StartToCloseTimeout = TimeSpan.FromMinutes(1),
        Input = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[LargeBytes])),
    };
}
