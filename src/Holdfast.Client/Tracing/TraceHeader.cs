using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Holdfast.Protocol;
using TraceContext = System.Diagnostics.ActivityContext;

namespace Holdfast.Interception;

/// <summary>The trace in a header: a JSON object with the fields of W3C trace context.</summary>
internal static class TraceHeader
{
    private static readonly JsonEncodedText TraceParent = JsonEncodedText.Encode("traceparent");
    private static readonly JsonEncodedText TraceState = JsonEncodedText.Encode("tracestate");

    /// <summary>Headers with a trace; as they are when there is none.</summary>
    public static PayloadMap Write(PayloadMap headers, TraceContext context)
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

            writer.WriteEndObject();
        }

        return headers.With(TracingInterceptor.HeaderName, new Payload(Payload.JsonEncoding, buffer.WrittenMemory));
    }

    /// <summary>The trace in headers; none when there is none, or none that can be read: a trace is not worth failing for.</summary>
    public static TraceContext Read(PayloadMap headers)
    {
        if (!headers.TryGetValue(TracingInterceptor.HeaderName, out var payload))
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(payload.Data);
            var root = document.RootElement;
            return TraceContext.TryParse(Text(root, TraceParent), Text(root, TraceState), isRemote: true, out var context) ? context : default;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // the latter: a text that is not Unicode
        {
            return default;
        }
    }

    private static string? Text(JsonElement root, JsonEncodedText name) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty(name.EncodedUtf8Bytes, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
