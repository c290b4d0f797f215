namespace Holdfast.Protocol;

/// <summary>The last attempt of the activity began; recorded together with its outcome.</summary>
public sealed record ActivityTaskStarted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.ActivityTaskStarted;

    /// <summary>Its ActivityTaskScheduled event.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>The worker.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>The attempt that gave the outcome.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Failure of the attempt before.</summary>
    public Failure? LastFailure { get; init; }
}
