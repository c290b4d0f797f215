namespace Holdfast.Protocol;

/// <summary>The timer fired.</summary>
public sealed record TimerFired : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.TimerFired;

    /// <summary>The timer.</summary>
    public required string TimerId { get; init; }

    /// <summary>Its TimerStarted event.</summary>
    public required long StartedEventId { get; init; }
}
