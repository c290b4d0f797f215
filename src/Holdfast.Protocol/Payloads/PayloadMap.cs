using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Protocol;

/// <summary>Named payloads (headers, memo, search attributes), sorted by name (ordinal), compared by content.</summary>
public sealed class PayloadMap : IReadOnlyDictionary<string, Payload>, IEquatable<PayloadMap>
{
    /// <summary>No entries.</summary>
    public static readonly PayloadMap Empty = new([]);

    private readonly SortedList<string, Payload> _entries;

    private PayloadMap(IEnumerable<KeyValuePair<string, Payload>> entries)
    {
        _entries = new SortedList<string, Payload>(StringComparer.Ordinal);
        foreach (var (name, payload) in entries)
        {
            _entries[name] = payload;
        }
    }

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <inheritdoc/>
    public IEnumerable<Payload> Values => _entries.Values;

    /// <inheritdoc/>
    public Payload this[string key] => _entries[key];

    /// <summary>Makes a map; of two entries with one name the later wins.</summary>
    public static PayloadMap Of(IEnumerable<KeyValuePair<string, Payload>> entries)
    {
        var map = new PayloadMap(entries);
        return map.Count == 0 ? Empty : map;
    }

    /// <summary>The map with an entry added, or replaced.</summary>
    public PayloadMap With(string name, Payload payload) => new(_entries.Append(KeyValuePair.Create(name, payload)));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Payload value) => _entries.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Equals(PayloadMap? other) => other is not null && (ReferenceEquals(this, other) || _entries.SequenceEqual(other._entries));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayloadMap);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, payload) in _entries)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(payload);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Payload>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
