using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Runtime;

/// <summary>Keys by the time at which each is due; each has one time at most, the one that was set last.</summary>
internal sealed class DueTimes<TKey>
    where TKey : notnull
{
    /// <summary>What may wait in the queue beside twice the keys before what no longer counts is thrown away.</summary>
    private const int LeastBeforeRebuilding = 64;

    private readonly Dictionary<TKey, long> _ticks = [];

    /// <summary>Every key at its time, and times that were changed since, which are passed over.</summary>
    private readonly PriorityQueue<TKey, long> _byTicks = new();

    public int Count => _ticks.Count;

    /// <summary>Entries in memory, those that no longer count included: at most twice the keys and a few.</summary>
    public int EntryCount => _byTicks.Count;

    /// <summary>When the first is due; null when there is none.</summary>
    public DateTimeOffset? NextDueTime => TryPeek(out _, out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Sets the time of a key, later or earlier than it was.</summary>
    public void Set(TKey key, DateTimeOffset dueTime)
    {
        var ticks = dueTime.UtcTicks;
        if (_ticks.TryGetValue(key, out var before) && before == ticks)
        {
            return;
        }

        _ticks[key] = ticks;
        _byTicks.Enqueue(key, ticks);
        ForgetStale();
    }

    /// <summary>When a key is due; null when it has no time.</summary>
    public DateTimeOffset? Find(TKey key) => _ticks.TryGetValue(key, out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Remove(TKey key)
    {
        if (_ticks.Remove(key))
        {
            ForgetStale();
        }
    }

    /// <summary>Takes the first key out when it is due.</summary>
    public bool TryTakeDue(DateTimeOffset now, [MaybeNullWhen(false)] out TKey key)
    {
        if (!TryPeek(out key, out var ticks) || ticks > now.UtcTicks)
        {
            key = default;
            return false;
        }

        _byTicks.Dequeue();
        _ticks.Remove(key);
        ForgetStale();
        return true;
    }

    private bool TryPeek([MaybeNullWhen(false)] out TKey key, out long ticks)
    {
        while (_byTicks.TryPeek(out key, out ticks))
        {
            if (_ticks.TryGetValue(key, out var current) && current == ticks)
            {
                return true;
            }

            _byTicks.Dequeue();
        }

        return false;
    }

    private void ForgetStale()
    {
        if (_byTicks.Count > (2 * _ticks.Count) + LeastBeforeRebuilding)
        {
            _byTicks.Clear();
            _byTicks.EnqueueRange(_ticks.Select(static t => (t.Key, t.Value)));
        }
    }
}
