namespace Holdfast.Protocol;

/// <summary>One turn of a run's code: new events in, commands out.</summary>
public sealed record WorkflowTask
{
    /// <summary>The workflow.</summary>
    public required WorkflowKey Workflow { get; init; }

    /// <summary>The run.</summary>
    public required RunId RunId { get; init; }

    /// <summary>The workflow type.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>The attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The WorkflowTaskStarted event of the last completed task, 0 when there was none. A cached state is usable when it stopped exactly there.</summary>
    public required long PreviousStartedEventId { get; init; }

    /// <summary>The WorkflowTaskStarted event of this task; for a task that only asks queries, that of the last completed task.</summary>
    public required long StartedEventId { get; init; }

    /// <summary>Events after <see cref="PreviousStartedEventId"/> up to and including <see cref="StartedEventId"/>; empty for a task that only asks queries.</summary>
    public required IReadOnlyList<HistoryEvent> NewEvents { get; init; }

    /// <summary>The complete history.</summary>
    public required IHistorySource History { get; init; }

    /// <summary>Updates that the workflow has not seen, in order of arrival.</summary>
    public IReadOnlyList<UpdateRequest> Updates { get; init; } = [];

    /// <summary>Set when the task only asks a query and must change nothing.</summary>
    public WorkflowQuery? Query { get; init; }
}
