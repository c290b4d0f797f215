namespace Holdfast.Protocol;

/// <summary>A timeout of the activity passed for good.</summary>
public sealed record ActivityTaskTimedOut : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ActivityTaskTimedOut;

    /// <summary>The timeout, and as its cause the failure of the last attempt.</summary>
    public required Failure Failure { get; init; }

    /// <summary>Its ActivityTaskScheduled event.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>Its ActivityTaskStarted event, 0 when no attempt was under way.</summary>
    public required long StartedEventId { get; init; }

    /// <summary>Why it is not tried again.</summary>
    public required RetryState RetryState { get; init; }
}
