using System.Text.Json;

namespace Holdfast.Protocol;

/// <summary>Reads search attributes from JSON. What does not fit reads as null.</summary>
internal static class SearchAttributeJson
{
    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

    /// <summary>True for no data, a JSON null, or an empty list, however they are spaced.</summary>
    public static bool IsNothing(ReadOnlySpan<byte> json)
    {
        var trimmed = json.Trim(WhiteSpace);
        return trimmed.IsEmpty || trimmed.SequenceEqual("null"u8) || (trimmed.Length >= 2 && trimmed[0] == '[' && trimmed[^1] == ']' && trimmed[1..^1].Trim(WhiteSpace).IsEmpty);
    }

    public static SearchAttributeType Infer(Payload payload)
    {
        if (payload.Encoding != Payload.JsonEncoding)
        {
            return SearchAttributeType.Unspecified;
        }

        SearchAttributeType[] candidates = [SearchAttributeType.Keyword, SearchAttributeType.Int, SearchAttributeType.Double, SearchAttributeType.Bool, SearchAttributeType.KeywordList];
        var isList = payload.Data.Span.TrimStart(WhiteSpace).StartsWith("["u8);
        return isList ? SearchAttributeType.KeywordList : candidates.FirstOrDefault(c => Read(payload.Data.Span, c) is not null);
    }

    public static SearchAttributeValue? Read(ReadOnlySpan<byte> json, SearchAttributeType type)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read())
            {
                return null;
            }

            var value = type == SearchAttributeType.KeywordList ? ReadList(ref reader) : ReadOneOrOnly(ref reader, type);
            return reader.Read() ? null : value;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static SearchAttributeValue? ReadOneOrOnly(ref Utf8JsonReader reader, SearchAttributeType type)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return ReadOne(ref reader, type);
        }

        reader.Read();
        var only = ReadOne(ref reader, type);
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? only : null;
    }

    private static SearchAttributeValue? ReadOne(ref Utf8JsonReader reader, SearchAttributeType type) => (type, reader.TokenType) switch
    {
        (SearchAttributeType.Bool, JsonTokenType.True) => SearchAttributeValue.OfBool(true),
        (SearchAttributeType.Bool, JsonTokenType.False) => SearchAttributeValue.OfBool(false),
        (SearchAttributeType.Datetime, JsonTokenType.String) when reader.TryGetDateTimeOffset(out var time) => SearchAttributeValue.OfDatetime(time),
        (SearchAttributeType.Double, JsonTokenType.Number) when reader.TryGetDouble(out var number) && double.IsFinite(number) => SearchAttributeValue.OfDouble(number),
        (SearchAttributeType.Int, JsonTokenType.Number) when reader.TryGetInt64(out var number) => SearchAttributeValue.OfInt(number),
        (SearchAttributeType.Keyword, JsonTokenType.String) => SearchAttributeValue.OfKeyword(reader.GetString()!),
        (SearchAttributeType.Text, JsonTokenType.String) => SearchAttributeValue.OfText(reader.GetString()!),
        _ => null,
    };

    private static SearchAttributeValue? ReadList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        List<string> values = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            values.Add(reader.GetString()!);
        }

        return reader.TokenType == JsonTokenType.EndArray ? SearchAttributeValue.OfKeywordList(values) : null;
    }
}
