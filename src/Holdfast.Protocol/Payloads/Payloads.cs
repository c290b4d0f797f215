using System.Collections;

namespace Holdfast.Protocol;

/// <summary>An immutable list of payloads (the arguments of a call, the details of a heartbeat), compared by content.</summary>
public sealed class Payloads : IReadOnlyList<Payload>, IEquatable<Payloads>
{
    /// <summary>No payloads.</summary>
    public static readonly Payloads Empty = new([]);

    private readonly Payload[] items;

    private Payloads(Payload[] items) => this.items = items;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public Payload this[int index] => items[index];

    /// <summary>Makes a list. The array is not copied and must not change afterwards.</summary>
    public static Payloads Of(params Payload[] items) => items.Length == 0 ? Empty : new(items);

    /// <inheritdoc/>
    public bool Equals(Payloads? other) => other is not null && (ReferenceEquals(this, other) || items.AsSpan().SequenceEqual(other.items));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Payloads);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<Payload> GetEnumerator() => ((IEnumerable<Payload>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The payloads, separated by commas.</summary>
    public override string ToString() => string.Join(", ", items.Select(i => i.ToString()));
}
