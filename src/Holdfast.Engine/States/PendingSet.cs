using System.Collections;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>What is pending of one kind, in the order of the events that began it; never in the order of a hash.</summary>
/// <typeparam name="T">The kind.</typeparam>
public sealed class PendingSet<T> : IReadOnlyList<T>
    where T : class, IPendingEvent
{
    private const int FirstCapacity = 4;
    private const int NameIndexThreshold = 16;

    private T[] _items = [];
    private Dictionary<string, T>? _byName;

    internal PendingSet()
    {
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public T this[int index] => _items.AsSpan(0, Count)[index];

    /// <summary>The one that began with the event; null when there is none.</summary>
    public T? Find(long eventId)
    {
        var index = IndexOf(eventId);
        return index < 0 ? null : _items[index];
    }

    /// <summary>The first that has the name; null when there is none.</summary>
    public T? FindByName(string name)
    {
        if (_byName is null && Count > NameIndexThreshold)
        {
            IndexNames();
        }

        return _byName is null ? ScanForName(name) : _byName.GetValueOrDefault(name);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return _items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(T item)
    {
        Invariant.That(Count == 0 || _items[Count - 1].EventId < item.EventId, "what becomes pending is younger than what is pending");
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(FirstCapacity, 2 * Count));
        }

        _items[Count++] = item;
        _byName?.TryAdd(item.Name, item);
    }

    internal bool Remove(long eventId)
    {
        var index = IndexOf(eventId);
        if (index < 0)
        {
            return false;
        }

        _byName?.Remove(_items[index].Name);
        Count--;
        Array.Copy(_items, index + 1, _items, index, Count - index);
        _items[Count] = null!;
        return true;
    }

    internal void Clear()
    {
        _items = [];
        _byName = null;
        Count = 0;
    }

    private void IndexNames()
    {
        _byName = new Dictionary<string, T>(StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
        {
            _byName.TryAdd(_items[i].Name, _items[i]);
        }
    }

    private T? ScanForName(string name)
    {
        for (var i = 0; i < Count; i++)
        {
            if (string.Equals(_items[i].Name, name, StringComparison.Ordinal))
            {
                return _items[i];
            }
        }

        return null;
    }

    private int IndexOf(long eventId)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = _items[middle].EventId;
            if (found == eventId)
            {
                return middle;
            }

            (low, high) = found < eventId ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
