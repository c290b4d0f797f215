namespace Holdfast.Protocol;

/// <summary>The workflow canceled the timer before it fired.</summary>
public sealed record TimerCanceled : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.TimerCanceled;

    /// <summary>The timer.</summary>
    public required string TimerId { get; init; }

    /// <summary>Its TimerStarted event.</summary>
    public required long StartedEventId { get; init; }

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }

    /// <summary>The worker.</summary>
    public string Identity { get; init; } = string.Empty;
}
