using System.Collections;

namespace Holdfast.Protocol;

/// <summary>Metadata of a payload: names and bytes, sorted by name (ordinal), compared by content.</summary>
public sealed class PayloadMetadata : IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>>, IEquatable<PayloadMetadata>
{
    /// <summary>No metadata.</summary>
    public static readonly PayloadMetadata Empty = new([]);

    private readonly KeyValuePair<string, ReadOnlyMemory<byte>>[] _entries;

    /// <summary>Creates metadata from entries with distinct names.</summary>
    public PayloadMetadata(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> entries)
    {
        _entries = [.. entries.OrderBy(e => e.Key, StringComparer.Ordinal)];
        for (var i = 1; i < _entries.Length; i++)
        {
            Invariant.That(!string.Equals(_entries[i - 1].Key, _entries[i].Key, StringComparison.Ordinal), "payload metadata names are distinct");
        }
    }

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, ReadOnlyMemory<byte>> this[int index] => _entries[index];

    /// <summary>Finds an entry.</summary>
    public bool TryGet(string name, out ReadOnlyMemory<byte> value)
    {
        foreach (var entry in _entries)
        {
            if (string.Equals(entry.Key, name, StringComparison.Ordinal))
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(PayloadMetadata? other)
    {
        if (other is null || other._entries.Length != _entries.Length)
        {
            return false;
        }

        for (var i = 0; i < _entries.Length; i++)
        {
            if (!string.Equals(_entries[i].Key, other._entries[i].Key, StringComparison.Ordinal) || !_entries[i].Value.Span.SequenceEqual(other._entries[i].Value.Span))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayloadMetadata);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var entry in _entries)
        {
            hash.Add(entry.Key, StringComparer.Ordinal);
            hash.AddBytes(entry.Value.Span);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ReadOnlyMemory<byte>>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
