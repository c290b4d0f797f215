using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Holdfast.Protocol;

/// <summary>Search attributes as payloads: JSON, with the type's name in the metadata entry "type", as Temporal writes them.</summary>
public static class SearchAttributePayload
{
    /// <summary>Name of the metadata entry that holds the type's name: "type".</summary>
    public const string TypeMetadata = "type";

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Encodes a value.</summary>
    public static Payload Encode(SearchAttributeValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            Write(writer, value);
        }

        return new Payload(Payload.JsonEncoding, buffer.WrittenSpan.ToArray(), SearchAttributeTypeMetadata.Of(value.Type));
    }

    /// <summary>The payload that takes an attribute away.</summary>
    public static Payload Unset(SearchAttributeType type) => new(Payload.NullEncoding, ReadOnlyMemory<byte>.Empty, SearchAttributeTypeMetadata.Of(type));

    /// <summary>True for a payload that takes an attribute away: no data, a JSON null, or an empty list.</summary>
    public static bool IsUnset(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return SearchAttributeJson.IsNothing(payload.Data.Span);
    }

    /// <summary>The type that a payload names in its metadata; Unspecified when it names none, or none that is known.</summary>
    public static SearchAttributeType TypeOf(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return SearchAttributeTypeMetadata.Read(payload.Metadata);
    }

    /// <summary>The payload with a type in its metadata.</summary>
    public static Payload WithType(Payload payload, SearchAttributeType type)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return TypeOf(payload) == type ? payload : new Payload(payload.Encoding, payload.Data, SearchAttributeTypeMetadata.With(payload.Metadata, type));
    }

    /// <summary>The type that a payload names, or else the one that its JSON looks like: text Keyword, list KeywordList, whole number Int. Unspecified when it is none.</summary>
    public static SearchAttributeType Infer(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var named = TypeOf(payload);
        return named == SearchAttributeType.Unspecified ? SearchAttributeJson.Infer(payload) : named;
    }

    /// <summary>Reads a payload as a value of a type. A list with one element reads as that element.</summary>
    /// <returns>False when it is not of that type, or takes the attribute away.</returns>
    public static bool TryDecode(Payload payload, SearchAttributeType type, [NotNullWhen(true)] out SearchAttributeValue? value)
    {
        ArgumentNullException.ThrowIfNull(payload);
        value = IsUnset(payload) || payload.Encoding != Payload.JsonEncoding ? null : SearchAttributeJson.Read(payload.Data.Span, type);
        return value is not null;
    }

    /// <summary>Reads a point in time as payloads have it: RFC 3339, such as 2026-03-01T12:00:00Z.</summary>
    public static bool TryReadDatetime(string text, out DateTimeOffset time)
    {
        var json = new Utf8JsonReader(Encode(SearchAttributeValue.OfKeyword(text)).Data.Span);
        json.Read();
        return json.TryGetDateTimeOffset(out time) && text.Contains('T', StringComparison.Ordinal) && HasZone(text);
    }

    private static bool HasZone(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);

    private static void Write(Utf8JsonWriter writer, SearchAttributeValue value)
    {
        switch (value.Type)
        {
            case SearchAttributeType.Bool:
                writer.WriteBooleanValue(value.Integer != 0);
                break;
            case SearchAttributeType.Datetime:
                writer.WriteStringValue(new DateTimeOffset(value.Integer, TimeSpan.Zero));
                break;
            case SearchAttributeType.Double:
                writer.WriteNumberValue(value.Number);
                break;
            case SearchAttributeType.Int:
                writer.WriteNumberValue(value.Integer);
                break;
            case SearchAttributeType.KeywordList:
                WriteList(writer, value.Strings);
                break;
            default:
                writer.WriteStringValue(value.String);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, IReadOnlyList<string> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
