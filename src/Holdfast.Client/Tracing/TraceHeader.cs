using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Holdfast.Protocol;
using TraceContext = System.Diagnostics.ActivityContext;

namespace Holdfast.Interception;

/// <summary>The trace in a header: a JSON object with the fields of W3C trace context, and W3C baggage.</summary>
internal static class TraceHeader
{
    private static readonly JsonEncodedText TraceParent = JsonEncodedText.Encode("traceparent");
    private static readonly JsonEncodedText TraceState = JsonEncodedText.Encode("tracestate");

    private static readonly JsonEncodedText Baggage = JsonEncodedText.Encode("baggage");

    /// <summary>Headers with a trace; as they are when there is none.</summary>
    public static PayloadMap Write(PayloadMap headers, TraceContext context, string baggage)
    {
        if (context == default)
        {
            return headers;
        }

        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString(TraceParent, string.Create(CultureInfo.InvariantCulture, $"00-{context.TraceId}-{context.SpanId}-{(int)context.TraceFlags:x2}"));
            if (!string.IsNullOrEmpty(context.TraceState))
            {
                writer.WriteString(TraceState, context.TraceState);
            }

            if (baggage.Length > 0)
            {
                writer.WriteString(Baggage, baggage);
            }

            writer.WriteEndObject();
        }

        return headers.With(TracingInterceptor.HeaderName, new Payload(Payload.JsonEncoding, buffer.WrittenMemory));
    }

    /// <summary>The trace in headers; none when there is none, or none that can be read: a trace is not worth failing for.</summary>
    public static TraceContext Read(PayloadMap headers) => Read(
        headers,
        static root => TraceContext.TryParse(Text(root, TraceParent), Text(root, TraceState), isRemote: true, out var context) ? context : default);

    /// <summary>The baggage in headers; empty when there is none, or none that can be read.</summary>
    public static string ReadBaggage(PayloadMap headers) => Read(headers, static root => Text(root, Baggage)) ?? string.Empty;

    private static T? Read<T>(PayloadMap headers, Func<JsonElement, T> read)
    {
        if (!headers.TryGetValue(TracingInterceptor.HeaderName, out var payload))
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(payload.Data);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // the latter: a text that is not Unicode
        {
            return default;
        }
    }

    private static string? Text(JsonElement root, JsonEncodedText name) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty(name.EncodedUtf8Bytes, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
