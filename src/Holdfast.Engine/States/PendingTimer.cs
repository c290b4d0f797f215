namespace Holdfast.Engine;

/// <summary>A timer that has neither fired nor been canceled.</summary>
public sealed class PendingTimer : IPendingEvent
{
    internal PendingTimer(long startedEventId, string timerId, DateTimeOffset dueTime)
    {
        StartedEventId = startedEventId;
        TimerId = timerId;
        DueTime = dueTime;
    }

    /// <summary>Its TimerStarted event.</summary>
    public long StartedEventId { get; }

    /// <summary>The timer's ID.</summary>
    public string TimerId { get; }

    /// <summary>When it fires.</summary>
    public DateTimeOffset DueTime { get; }

    long IPendingEvent.EventId => StartedEventId;

    string IPendingEvent.Name => TimerId;
}
