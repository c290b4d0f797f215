using System.Text;
using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>Payloads: metadata and data, both in base64. The encoding is the metadata entry of that name.</summary>
internal static class PayloadJson
{
    public static void WritePayload(this Utf8JsonWriter writer, string field, Payload? payload)
    {
        if (payload is not null)
        {
            writer.WritePropertyName(field);
            WriteValue(writer, payload);
        }
    }

    public static void WritePayloads(this Utf8JsonWriter writer, string field, Payloads? payloads)
    {
        if (payloads is { Count: > 0 })
        {
            writer.WritePropertyName(field);
            WriteList(writer, payloads);
        }
    }

    /// <summary>Writes a message that holds a map of payloads: a memo, search attributes, a header.</summary>
    public static void WritePayloadMap(this Utf8JsonWriter writer, string field, string mapField, PayloadMap map)
    {
        if (map.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(field);
        writer.WriteStartObject(mapField);
        foreach (var (name, payload) in map)
        {
            writer.WritePayload(name, payload);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteHeader(this Utf8JsonWriter writer, PayloadMap header) => writer.WritePayloadMap("header", "fields", header);

    public static void WriteMemo(this Utf8JsonWriter writer, string field, PayloadMap memo) => writer.WritePayloadMap(field, "fields", memo);

    public static void WriteSearchAttributes(this Utf8JsonWriter writer, PayloadMap attributes) => writer.WritePayloadMap("searchAttributes", "indexedFields", attributes);

    public static void WriteList(Utf8JsonWriter writer, Payloads payloads)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("payloads");
        foreach (var payload in payloads)
        {
            WriteValue(writer, payload);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a text for people as a JSON payload.</summary>
    public static void WriteText(Utf8JsonWriter writer, string field, string text)
    {
        if (text.Length != 0)
        {
            var json = Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text)}\"");
            writer.WritePayload(field, new Payload(Payload.JsonEncoding, json));
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, Payload payload)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("metadata");
        writer.WriteBase64String("encoding", Encoding.UTF8.GetBytes(payload.Encoding));
        foreach (var (name, value) in payload.Metadata)
        {
            writer.WriteBase64String(name, value.Span);
        }

        writer.WriteEndObject();
        if (!payload.Data.IsEmpty)
        {
            writer.WriteBase64String("data", payload.Data.Span);
        }

        writer.WriteEndObject();
    }
}
