using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>One of several runs of a workflow that one handler keeps: its first task, and queries after it.</summary>
internal sealed class CachedLevel(WorkflowTaskHandler handler, int number)
{
    private readonly GrowingHistory _history = new();

    public RunId RunId { get; } = new(new Guid(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    /// <summary>How often the run had to be replayed.</summary>
    public int HistoryReads => _history.Reads;

    public void RunFirstTask()
    {
        _history.Add(new WorkflowExecutionStarted { WorkflowType = "ScriptWorkflow", TaskQueue = "main", Input = Json.Payloads("level"), WorkflowTaskTimeout = TimeSpan.FromSeconds(10), FirstExecutionRunId = RunId });
        _history.Add(new WorkflowTaskScheduled { TaskQueue = "main", StartToCloseTimeout = TimeSpan.FromSeconds(10), Attempt = 1 });
        var started = _history.Add(new WorkflowTaskStarted { ScheduledEventId = 2 });
        Assert.IsType<WorkflowTaskResult.Completed>(handler.Execute(TaskOf(0, started.EventId, _history.Events, null)));
        _history.Add(new WorkflowTaskCompleted { ScheduledEventId = 2, StartedEventId = started.EventId });
    }

    public void Ask() => Assert.IsType<WorkflowTaskResult.QueryAnswered>(handler.Execute(TaskOf(3, 3, [], new WorkflowQuery("CurrentLevel", Payloads.Empty, PayloadMap.Empty))));

    private WorkflowTask TaskOf(long previousStartedEventId, long startedEventId, IReadOnlyList<HistoryEvent> newEvents, WorkflowQuery? query) => new()
    {
        Workflow = new WorkflowKey(RunDriver.Namespace, $"level-{number}"),
        RunId = RunId,
        WorkflowType = "ScriptWorkflow",
        Attempt = 1,
        PreviousStartedEventId = previousStartedEventId,
        StartedEventId = startedEventId,
        NewEvents = newEvents,
        History = _history,
        Query = query,
    };
}
