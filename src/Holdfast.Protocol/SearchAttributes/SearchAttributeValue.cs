namespace Holdfast.Protocol;

/// <summary>The decoded value of a search attribute. Compared by content.</summary>
/// <remarks>What a member gives is meaningful for the types named at it alone.</remarks>
public sealed record SearchAttributeValue
{
    private SearchAttributeValue(SearchAttributeType type) => Type = type;

    /// <summary>The type.</summary>
    public SearchAttributeType Type { get; }

    /// <summary>The value of an Int; UTC ticks of a Datetime; 1 or 0 for a Bool.</summary>
    public long Integer { get; private init; }

    /// <summary>The value of a Double.</summary>
    public double Number { get; private init; }

    /// <summary>The value of a Keyword or Text.</summary>
    public string String { get; private init; } = string.Empty;

    /// <summary>The values of a KeywordList.</summary>
    public IReadOnlyList<string> Strings { get; private init; } = [];

    /// <summary>A Bool.</summary>
    public static SearchAttributeValue OfBool(bool value) => new(SearchAttributeType.Bool) { Integer = value ? 1 : 0 };

    /// <summary>A Datetime.</summary>
    public static SearchAttributeValue OfDatetime(DateTimeOffset value) => new(SearchAttributeType.Datetime) { Integer = value.UtcTicks };

    /// <summary>A Double.</summary>
    public static SearchAttributeValue OfDouble(double value) => new(SearchAttributeType.Double) { Number = value };

    /// <summary>An Int.</summary>
    public static SearchAttributeValue OfInt(long value) => new(SearchAttributeType.Int) { Integer = value };

    /// <summary>A Keyword.</summary>
    public static SearchAttributeValue OfKeyword(string value) => new(SearchAttributeType.Keyword) { String = value };

    /// <summary>A KeywordList.</summary>
    public static SearchAttributeValue OfKeywordList(IReadOnlyList<string> values) => new(SearchAttributeType.KeywordList) { Strings = values };

    /// <summary>A Text.</summary>
    public static SearchAttributeValue OfText(string value) => new(SearchAttributeType.Text) { String = value };

    /// <inheritdoc/>
    public bool Equals(SearchAttributeValue? other) =>
        other is not null
        && Type == other.Type
        && Integer == other.Integer
        && Number.Equals(other.Number)
        && string.Equals(String, other.String, StringComparison.Ordinal)
        && Strings.SequenceEqual(other.Strings, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Integer, Number, String, Strings.Count);
}
