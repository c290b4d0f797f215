namespace Holdfast.Protocol;

/// <summary>The worker did not answer in time.</summary>
public sealed record WorkflowTaskTimedOut : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowTaskTimedOut;

    /// <summary>Its WorkflowTaskScheduled event.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>Its WorkflowTaskStarted event, 0 when it never started.</summary>
    public required long StartedEventId { get; init; }

    /// <summary>Which timeout.</summary>
    public required TimeoutType TimeoutType { get; init; }
}
