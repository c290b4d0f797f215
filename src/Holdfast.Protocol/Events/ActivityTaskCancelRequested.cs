namespace Holdfast.Protocol;

/// <summary>The workflow asked to cancel the activity.</summary>
public sealed record ActivityTaskCancelRequested : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ActivityTaskCancelRequested;

    /// <summary>Its ActivityTaskScheduled event.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }
}
