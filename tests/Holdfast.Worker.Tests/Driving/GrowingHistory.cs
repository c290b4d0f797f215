using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>A history in memory.</summary>
internal sealed class GrowingHistory : IHistorySource
{
    private readonly List<HistoryEvent> _events = [];

    public int Reads { get; private set; }

    public IReadOnlyList<HistoryEvent> Events => _events;

    public DateTimeOffset Now { get; set; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public long LastEventId => _events.Count;

    public HistoryEvent Add(EventAttributes attributes)
    {
        var added = new HistoryEvent(_events.Count + 1, Now, attributes);
        _events.Add(added);
        return added;
    }

    public void RemoveFrom(long eventId) => _events.RemoveRange((int)eventId - 1, _events.Count - (int)eventId + 1);

    public IReadOnlyList<HistoryEvent> After(long eventId) => [.. _events.Skip((int)eventId)];

    public IReadOnlyList<HistoryEvent> Read(long lastEventId)
    {
        Reads++;
        return [.. _events.TakeWhile(e => e.EventId <= lastEventId)];
    }
}
