using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class HistoryPageTests
{
    [Fact]
    public void A_page_of_history_has_as_many_events_as_are_asked_for_up_to_ten_thousand()
    {
        PumpedEngine engine = new(new EngineOptions { Owners = 1 }, new ScriptedWorker().OnSequence("Short", 2));
        engine.StartWorkflow("w", "Short");
        engine.WaitForClose("w");
        GetWorkflowExecutionHistoryRequest request = new() { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default) };

        var whole = engine.Run(engine.Service.GetWorkflowExecutionHistoryAsync(request, CancellationToken.None)).Events;
        var page = engine.Run(engine.Service.GetWorkflowExecutionHistoryAsync(request with { FirstEventId = 4, MaximumEvents = 3 }, CancellationToken.None)).Events;
        Assert.Equal(whole.Skip(3).Take(3), page);

        foreach (var events in new[] { 0, 10_001 })
        {
            var error = Assert.Throws<HoldfastException>(() => engine.Run(engine.Service.GetWorkflowExecutionHistoryAsync(request with { MaximumEvents = events }, CancellationToken.None)));
            Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
        }
    }
}
