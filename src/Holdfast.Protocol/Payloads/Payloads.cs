using System.Collections;

namespace Holdfast.Protocol;

/// <summary>An immutable list of payloads (the arguments of a call, the details of a heartbeat), compared by content.</summary>
public sealed class Payloads : IReadOnlyList<Payload>, IEquatable<Payloads>
{
    /// <summary>No payloads.</summary>
    public static readonly Payloads Empty = new([]);

    private readonly Payload[] _items;

    private Payloads(Payload[] items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public Payload this[int index] => _items[index];

    /// <summary>Makes a list. The array is not copied and must not change afterwards.</summary>
    public static Payloads Of(params Payload[] items) => items.Length == 0 ? Empty : new(items);

    /// <inheritdoc/>
    public bool Equals(Payloads? other) => other is not null && (ReferenceEquals(this, other) || _items.AsSpan().SequenceEqual(other._items));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Payloads);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<Payload> GetEnumerator() => ((IEnumerable<Payload>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The payloads, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _items.Select(i => i.ToString()));
}
