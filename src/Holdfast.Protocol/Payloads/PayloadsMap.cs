using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Protocol;

/// <summary>Named lists of payloads (details of a marker), sorted by name (ordinal), compared by content.</summary>
public sealed class PayloadsMap : IReadOnlyDictionary<string, Payloads>, IEquatable<PayloadsMap>
{
    /// <summary>No entries.</summary>
    public static readonly PayloadsMap Empty = new([]);

    private readonly SortedList<string, Payloads> entries;

    private PayloadsMap(IEnumerable<KeyValuePair<string, Payloads>> entries)
    {
        this.entries = new SortedList<string, Payloads>(StringComparer.Ordinal);
        foreach (var (name, payloads) in entries)
        {
            this.entries[name] = payloads;
        }
    }

    /// <inheritdoc/>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => entries.Keys;

    /// <inheritdoc/>
    public IEnumerable<Payloads> Values => entries.Values;

    /// <inheritdoc/>
    public Payloads this[string key] => entries[key];

    /// <summary>Makes a map; of two entries with one name the later wins.</summary>
    public static PayloadsMap Of(IEnumerable<KeyValuePair<string, Payloads>> entries)
    {
        var map = new PayloadsMap(entries);
        return map.Count == 0 ? Empty : map;
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => entries.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Payloads value) => entries.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Equals(PayloadsMap? other) => other is not null && (ReferenceEquals(this, other) || entries.SequenceEqual(other.entries));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayloadsMap);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, payloads) in entries)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(payloads);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Payloads>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
