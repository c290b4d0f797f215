using System.Diagnostics.CodeAnalysis;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Typed search attributes: what runs are found by. Immutable; compared by content.</summary>
/// <remarks>At most 100 of one run, 2 KiB each and 40 KiB in all, as encoded.</remarks>
public sealed class SearchAttributes : IEquatable<SearchAttributes>
{
    /// <summary>None.</summary>
    public static readonly SearchAttributes Empty = new(PayloadMap.Empty);

    private SearchAttributes(PayloadMap payloads) => Payloads = payloads;

    /// <summary>How many there are.</summary>
    public int Count => Payloads.Count;

    /// <summary>Their names, in ordinal order.</summary>
    public IEnumerable<string> Names => Payloads.Keys;

    /// <summary>The attributes as they are recorded.</summary>
    public PayloadMap Payloads { get; }

    /// <summary>Makes attributes: <c>SearchAttributes.Of(Keys.Region.Set("eu"), Keys.Amount.Set(12))</c>. Of two values of one attribute the later wins.</summary>
    /// <exception cref="HoldfastException">There are too many, or one is too large: <see cref="ErrorCodes.SearchAttributeLimitExceeded"/>.</exception>
    public static SearchAttributes Of(params IEnumerable<SearchAttributeUpdate> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Checked(PayloadMapMerge.Apply(PayloadMap.Empty, SearchAttributeUpdate.MapOf(values)));
    }

    /// <summary>Reads attributes as they were recorded, for example those of a listed run.</summary>
    public static SearchAttributes FromPayloads(PayloadMap payloads)
    {
        ArgumentNullException.ThrowIfNull(payloads);
        return payloads.Count == 0 ? Empty : new SearchAttributes(payloads);
    }

    /// <summary>These attributes with changes.</summary>
    /// <exception cref="HoldfastException">There are too many, or one is too large: <see cref="ErrorCodes.SearchAttributeLimitExceeded"/>.</exception>
    public SearchAttributes With(params IEnumerable<SearchAttributeUpdate> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        return Checked(PayloadMapMerge.Apply(Payloads, SearchAttributeUpdate.MapOf(updates)));
    }

    /// <summary>An attribute's value; false when it is not set, or is of another type.</summary>
    public bool TryGet<T>(SearchAttributeKey<T> key, [MaybeNullWhen(false)] out T value)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Payloads.TryGetValue(key.Name, out var payload) && key.TryDecode(payload, out value))
        {
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>An attribute's value.</summary>
    /// <exception cref="KeyNotFoundException">It is not set, or is of another type.</exception>
    public T Get<T>(SearchAttributeKey<T> key)
        where T : notnull => TryGet(key, out var value) ? value : throw new KeyNotFoundException($"The search attribute {key} is not set.");

    /// <summary>True when the attribute is set and of the key's type.</summary>
    public bool Contains<T>(SearchAttributeKey<T> key)
        where T : notnull => TryGet(key, out _);

    /// <inheritdoc/>
    public bool Equals(SearchAttributes? other) => other is not null && Payloads.Equals(other.Payloads);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SearchAttributes);

    /// <inheritdoc/>
    public override int GetHashCode() => Payloads.GetHashCode();

    /// <summary>Names and values, separated by commas.</summary>
    public override string ToString() => string.Join(", ", Payloads.Select(p => $"{p.Key}={p.Value}"));

    private static SearchAttributes Checked(PayloadMap payloads) =>
        SearchAttributeRules.Of(payloads) is { } problem ? throw problem.ToException() : FromPayloads(payloads);
}
