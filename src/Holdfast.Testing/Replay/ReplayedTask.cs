using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>A workflow task with a history as it was stored, and one task more, at whose beginning the code must have asked for all that the history shows, and nothing else.</summary>
internal sealed class ReplayedTask : IHistorySource
{
    private readonly List<HistoryEvent> _events;

    private ReplayedTask(List<HistoryEvent> events) => _events = events;

    public static WorkflowTask Of(IReadOnlyList<HistoryEvent> history, string workflowType, WorkflowKey workflow, RunId runId)
    {
        var last = history[^1];
        HistoryEvent scheduled = new(last.EventId + 1, last.Time, new WorkflowTaskScheduled { TaskQueue = string.Empty, StartToCloseTimeout = TimeSpan.Zero });
        HistoryEvent started = new(last.EventId + 2, last.Time, new WorkflowTaskStarted { ScheduledEventId = scheduled.EventId });
        return new WorkflowTask
        {
            Workflow = workflow,
            RunId = runId,
            WorkflowType = workflowType,
            Attempt = 1,
            PreviousStartedEventId = last.EventId,
            StartedEventId = started.EventId,
            NewEvents = [],
            History = new ReplayedTask([.. history, scheduled, started]),
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<HistoryEvent> Read(long lastEventId) => _events;
}
