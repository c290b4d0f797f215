using System.Diagnostics.CodeAnalysis;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A search attribute's name and type. Made by <see cref="SearchAttributeKey"/>; compared by name and type.</summary>
/// <typeparam name="T">The type of its values in code.</typeparam>
public sealed class SearchAttributeKey<T> : IEquatable<SearchAttributeKey<T>>
    where T : notnull
{
    private readonly Func<T, SearchAttributeValue> _encode;
    private readonly Func<SearchAttributeValue, T> _decode;

    internal SearchAttributeKey(string name, SearchAttributeType type, Func<T, SearchAttributeValue> encode, Func<SearchAttributeValue, T> decode)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (SystemSearchAttributes.Predefined.GetValueOrDefault(name) != type && SearchAttributeRules.OfName(name) is { } problem)
        {
            throw problem.ToException();
        }

        Name = name;
        Type = type;
        _encode = encode;
        _decode = decode;
    }

    /// <summary>The name; 1 to 64 characters.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public SearchAttributeType Type { get; }

    /// <summary>A change that gives the attribute a value.</summary>
    public SearchAttributeUpdate Set(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new SearchAttributeUpdate(Name, Encode(value));
    }

    /// <summary>A change that takes the attribute away.</summary>
    public SearchAttributeUpdate Unset() => new(Name, SearchAttributePayload.Unset(Type));

    /// <inheritdoc/>
    public bool Equals(SearchAttributeKey<T>? other) => other is not null && Type == other.Type && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SearchAttributeKey<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Type);

    /// <summary>Name and type.</summary>
    public override string ToString() => $"{Name} ({Type})";

    /// <summary>Reads a payload; false when it names another type, is of another, or takes the attribute away.</summary>
    internal bool TryDecode(Payload payload, [MaybeNullWhen(false)] out T value)
    {
        var named = SearchAttributePayload.TypeOf(payload);
        if ((named == Type || named == SearchAttributeType.Unspecified) && SearchAttributePayload.TryDecode(payload, Type, out var decoded))
        {
            value = _decode(decoded);
            return true;
        }

        value = default;
        return false;
    }

    private Payload Encode(T value)
    {
        if (value is double number && !double.IsFinite(number))
        {
            throw new HoldfastException(ErrorCodes.SearchAttributeInvalid, $"The search attribute '{Name}' is {number}; it must be finite.");
        }

        return SearchAttributePayload.Encode(_encode(value));
    }
}
