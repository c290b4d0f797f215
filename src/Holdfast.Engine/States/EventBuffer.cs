using System.Collections;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Events that wait for the end of the workflow task under way, in order.</summary>
public sealed class EventBuffer : IReadOnlyCollection<EventBuffered>
{
    private readonly List<EventBuffered> _items = [];
    private int _head;

    internal EventBuffer()
    {
    }

    /// <inheritdoc/>
    public int Count => _items.Count - _head;

    /// <summary>Their payloads and failures, in bytes.</summary>
    public long Bytes { get; private set; }

    internal EventAttributes First => _items[_head].Attributes;

    /// <inheritdoc/>
    public IEnumerator<EventBuffered> GetEnumerator()
    {
        for (var i = _head; i < _items.Count; i++)
        {
            yield return _items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(EventBuffered item)
    {
        _items.Add(item);
        Bytes += BufferedBytes.Of(item.Attributes);
    }

    internal void RemoveFirst()
    {
        Bytes -= BufferedBytes.Of(_items[_head].Attributes);
        _head++;
        if (_head == _items.Count)
        {
            _items.Clear();
            _head = 0;
        }
    }

    /// <summary>The firing of a timer that the workflow has not seen; null when there is none.</summary>
    internal TimerFired? FindTimerFired(string timerId)
    {
        for (var i = _head; i < _items.Count; i++)
        {
            if (_items[i].Attributes is TimerFired fired && string.Equals(fired.TimerId, timerId, StringComparison.Ordinal))
            {
                return fired;
            }
        }

        return null;
    }

    /// <summary>True when the activity has ended and the workflow has not seen it.</summary>
    internal bool HasActivityEnd(long scheduledEventId)
    {
        for (var i = _head; i < _items.Count; i++)
        {
            if (ScheduledEventIdOfEnd(_items[i].Attributes) == scheduledEventId)
            {
                return true;
            }
        }

        return false;
    }

    internal void RemoveTimerFired(long startedEventId)
    {
        for (var i = _head; i < _items.Count; i++)
        {
            if (_items[i].Attributes is TimerFired fired && fired.StartedEventId == startedEventId)
            {
                Bytes -= BufferedBytes.Of(fired);
                _items.RemoveAt(i);
                return;
            }
        }
    }

    private static long ScheduledEventIdOfEnd(EventAttributes attributes) => attributes switch
    {
        ActivityTaskCompleted completed => completed.ScheduledEventId,
        ActivityTaskFailed failed => failed.ScheduledEventId,
        ActivityTaskTimedOut timedOut => timedOut.ScheduledEventId,
        ActivityTaskCanceled canceled => canceled.ScheduledEventId,
        _ => 0,
    };
}
