using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Names search attributes with their types. Make each key once, as a static field.</summary>
/// <remarks>Errors of every member: <see cref="HoldfastException"/> with <see cref="ErrorCodes.SearchAttributeInvalid"/> or <see cref="ErrorCodes.SearchAttributeLimitExceeded"/> for a name that is empty, reserved, or longer than 64 characters.</remarks>
public static class SearchAttributeKey
{
    /// <summary>An attribute that is true or false.</summary>
    public static SearchAttributeKey<bool> Bool(string name) => new(name, SearchAttributeType.Bool, SearchAttributeValue.OfBool, v => v.Integer != 0);

    /// <summary>An attribute that is a point in time. It is kept in UTC, in steps of 100 ns.</summary>
    public static SearchAttributeKey<DateTimeOffset> Datetime(string name) =>
        new(name, SearchAttributeType.Datetime, SearchAttributeValue.OfDatetime, v => new DateTimeOffset(v.Integer, TimeSpan.Zero));

    /// <summary>An attribute that is a finite floating-point number.</summary>
    public static SearchAttributeKey<double> Double(string name) => new(name, SearchAttributeType.Double, SearchAttributeValue.OfDouble, v => v.Number);

    /// <summary>An attribute that is a whole number.</summary>
    public static SearchAttributeKey<long> Int(string name) => new(name, SearchAttributeType.Int, SearchAttributeValue.OfInt, v => v.Integer);

    /// <summary>An attribute that is a text and is compared as a whole, case and all: an ID, a status, a region.</summary>
    public static SearchAttributeKey<string> Keyword(string name) => new(name, SearchAttributeType.Keyword, SearchAttributeValue.OfKeyword, v => v.String);

    /// <summary>An attribute that is several texts, each compared as a whole: tags. An empty list is no value.</summary>
    public static SearchAttributeKey<IReadOnlyList<string>> KeywordList(string name) => new(name, SearchAttributeType.KeywordList, SearchAttributeValue.OfKeywordList, v => v.Strings);

    /// <summary>An attribute that is a text of which single words are found.</summary>
    public static SearchAttributeKey<string> Text(string name) => new(name, SearchAttributeType.Text, SearchAttributeValue.OfText, v => v.String);
}
