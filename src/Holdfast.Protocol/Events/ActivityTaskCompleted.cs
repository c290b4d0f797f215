namespace Holdfast.Protocol;

/// <summary>The activity gave a result.</summary>
public sealed record ActivityTaskCompleted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ActivityTaskCompleted;

    /// <summary>The result; empty when there is none.</summary>
    public Payloads Result { get; init; } = Payloads.Empty;

    /// <summary>Its ActivityTaskScheduled event.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>Its ActivityTaskStarted event.</summary>
    public required long StartedEventId { get; init; }

    /// <summary>The worker.</summary>
    public string Identity { get; init; } = string.Empty;
}
