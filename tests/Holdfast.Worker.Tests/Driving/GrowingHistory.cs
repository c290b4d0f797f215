using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>A history in memory.</summary>
internal sealed class GrowingHistory : IHistorySource
{
    private readonly List<HistoryEvent> events = [];

    public int Reads { get; private set; }

    public IReadOnlyList<HistoryEvent> Events => events;

    public DateTimeOffset Now { get; set; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public long LastEventId => events.Count;

    public HistoryEvent Add(EventAttributes attributes)
    {
        var added = new HistoryEvent(events.Count + 1, Now, attributes);
        events.Add(added);
        return added;
    }

    public void RemoveFrom(long eventId) => events.RemoveRange((int)eventId - 1, events.Count - (int)eventId + 1);

    public IReadOnlyList<HistoryEvent> After(long eventId) => [.. events.Skip((int)eventId)];

    public IReadOnlyList<HistoryEvent> Read(long lastEventId)
    {
        Reads++;
        return [.. events.TakeWhile(e => e.EventId <= lastEventId)];
    }
}
