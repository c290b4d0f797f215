using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>What an event's Temporal form says that the event itself does not.</summary>
internal sealed class HistoryContext
{
    /// <summary>Reads what is needed from the history.</summary>
    public HistoryContext(WorkflowExecution workflow, IReadOnlyList<HistoryEvent> history)
    {
        Workflow = workflow;
        FirstTaskCompletedEventId = history.FirstOrDefault(e => e.Type == EventType.WorkflowTaskCompleted)?.EventId ?? 0;
    }

    /// <summary>The workflow and run.</summary>
    public WorkflowExecution Workflow { get; }

    /// <summary>The first WorkflowTaskCompleted event, which says how the SDK behaves; 0 when there is none.</summary>
    public long FirstTaskCompletedEventId { get; }
}
