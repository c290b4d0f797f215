using System.Collections;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Events that wait for the end of the workflow task under way, in order.</summary>
public sealed class EventBuffer : IReadOnlyCollection<EventBuffered>
{
    private readonly List<EventBuffered> items = [];
    private int head;

    internal EventBuffer()
    {
    }

    /// <inheritdoc/>
    public int Count => items.Count - head;

    /// <summary>Their payloads and failures, in bytes.</summary>
    public long Bytes { get; private set; }

    internal EventAttributes First => items[head].Attributes;

    /// <inheritdoc/>
    public IEnumerator<EventBuffered> GetEnumerator()
    {
        for (var i = head; i < items.Count; i++)
        {
            yield return items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(EventBuffered item)
    {
        items.Add(item);
        Bytes += BufferedBytes.Of(item.Attributes);
    }

    internal void RemoveFirst()
    {
        Bytes -= BufferedBytes.Of(items[head].Attributes);
        head++;
        if (head == items.Count)
        {
            items.Clear();
            head = 0;
        }
    }

    /// <summary>The firing of a timer that the workflow has not seen; null when there is none.</summary>
    internal TimerFired? FindTimerFired(string timerId)
    {
        for (var i = head; i < items.Count; i++)
        {
            if (items[i].Attributes is TimerFired fired && string.Equals(fired.TimerId, timerId, StringComparison.Ordinal))
            {
                return fired;
            }
        }

        return null;
    }

    /// <summary>True when the activity has ended and the workflow has not seen it.</summary>
    internal bool HasActivityEnd(long scheduledEventId)
    {
        for (var i = head; i < items.Count; i++)
        {
            if (ScheduledEventIdOfEnd(items[i].Attributes) == scheduledEventId)
            {
                return true;
            }
        }

        return false;
    }

    internal void RemoveTimerFired(long startedEventId)
    {
        for (var i = head; i < items.Count; i++)
        {
            if (items[i].Attributes is TimerFired fired && fired.StartedEventId == startedEventId)
            {
                Bytes -= BufferedBytes.Of(fired);
                items.RemoveAt(i);
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
