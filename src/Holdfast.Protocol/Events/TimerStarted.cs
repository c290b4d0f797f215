namespace Holdfast.Protocol;

/// <summary>A timer was asked for.</summary>
public sealed record TimerStarted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.TimerStarted;

    /// <summary>The timer's ID, unique among the run's pending timers.</summary>
    public required string TimerId { get; init; }

    /// <summary>How long until it fires.</summary>
    public required TimeSpan StartToFireTimeout { get; init; }

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }

    /// <summary>A line for people.</summary>
    public string Summary { get; init; } = string.Empty;
}
