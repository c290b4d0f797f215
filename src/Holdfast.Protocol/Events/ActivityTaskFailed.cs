namespace Holdfast.Protocol;

/// <summary>The activity failed for good.</summary>
public sealed record ActivityTaskFailed : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ActivityTaskFailed;

    /// <summary>Why.</summary>
    public required Failure Failure { get; init; }

    /// <summary>Its ActivityTaskScheduled event.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>Its ActivityTaskStarted event.</summary>
    public required long StartedEventId { get; init; }

    /// <summary>The worker.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>Why it is not tried again.</summary>
    public required RetryState RetryState { get; init; }
}
