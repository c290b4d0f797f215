namespace Holdfast.Protocol;

/// <summary>One event of a run's history.</summary>
/// <param name="EventId">Position in the history, from 1, without gaps.</param>
/// <param name="Time">When the engine recorded it.</param>
/// <param name="Attributes">What happened.</param>
public sealed record HistoryEvent(long EventId, DateTimeOffset Time, EventAttributes Attributes) : RunRecord
{
    /// <summary>The type of event.</summary>
    public EventType Type => Attributes.Type;
}
