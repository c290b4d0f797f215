namespace Holdfast.Protocol;

/// <summary>The activity was canceled.</summary>
public sealed record ActivityTaskCanceled : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ActivityTaskCanceled;

    /// <summary>Details given by the activity.</summary>
    public Payloads Details { get; init; } = Payloads.Empty;

    /// <summary>Its ActivityTaskCancelRequested event.</summary>
    public required long LatestCancelRequestedEventId { get; init; }

    /// <summary>Its ActivityTaskScheduled event.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>Its ActivityTaskStarted event, 0 when no attempt had begun.</summary>
    public required long StartedEventId { get; init; }

    /// <summary>The worker.</summary>
    public string Identity { get; init; } = string.Empty;
}
