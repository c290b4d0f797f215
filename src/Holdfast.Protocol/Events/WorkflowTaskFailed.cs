namespace Holdfast.Protocol;

/// <summary>The worker could not run the workflow code (a bug, non-determinism, a bad command); it is tried again.</summary>
public sealed record WorkflowTaskFailed : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowTaskFailed;

    /// <summary>Its WorkflowTaskScheduled event.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>Its WorkflowTaskStarted event.</summary>
    public required long StartedEventId { get; init; }

    /// <summary>What kind of trouble.</summary>
    public required WorkflowTaskFailedCause Cause { get; init; }

    /// <summary>The trouble.</summary>
    public required Failure Failure { get; init; }

    /// <summary>The worker.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>The run that was reset, when the task failed because of a reset.</summary>
    public RunId? BaseRunId { get; init; }

    /// <summary>The run that came of the reset.</summary>
    public RunId? NewRunId { get; init; }
}
