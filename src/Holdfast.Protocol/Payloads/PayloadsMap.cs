using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Protocol;

/// <summary>Named lists of payloads (details of a marker), sorted by name (ordinal), compared by content.</summary>
public sealed class PayloadsMap : IReadOnlyDictionary<string, Payloads>, IEquatable<PayloadsMap>
{
    /// <summary>No entries.</summary>
    public static readonly PayloadsMap Empty = new([]);

    private readonly SortedList<string, Payloads> _entries;

    private PayloadsMap(IEnumerable<KeyValuePair<string, Payloads>> entries)
    {
        _entries = new SortedList<string, Payloads>(StringComparer.Ordinal);
        foreach (var (name, payloads) in entries)
        {
            _entries[name] = payloads;
        }
    }

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <inheritdoc/>
    public IEnumerable<Payloads> Values => _entries.Values;

    /// <inheritdoc/>
    public Payloads this[string key] => _entries[key];

    /// <summary>Makes a map; of two entries with one name the later wins.</summary>
    public static PayloadsMap Of(IEnumerable<KeyValuePair<string, Payloads>> entries)
    {
        var map = new PayloadsMap(entries);
        return map.Count == 0 ? Empty : map;
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Payloads value) => _entries.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Equals(PayloadsMap? other) => other is not null && (ReferenceEquals(this, other) || _entries.SequenceEqual(other._entries));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayloadsMap);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, payloads) in _entries)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(payloads);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Payloads>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
