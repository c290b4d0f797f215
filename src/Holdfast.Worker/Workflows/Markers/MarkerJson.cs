using System.Buffers;
using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Reads and writes the JSON object in a marker's details.</summary>
internal static class MarkerJson
{
    public static Payload Write(Action<Utf8JsonWriter> writeProperties, PayloadMetadata? metadata = null)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writeProperties(writer);
            writer.WriteEndObject();
        }

        return new Payload(Payload.JsonEncoding, bytes.WrittenMemory, metadata);
    }

    /// <summary>Reads the object.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/> when there is none.</exception>
    public static JsonDocument Read(HistoryEvent recorded, MarkerRecorded marker, string detailsKey)
    {
        if (!marker.Details.TryGetValue(detailsKey, out var payloads) || payloads.Count == 0)
        {
            throw Unreadable(recorded, marker, null);
        }

        try
        {
            return JsonDocument.Parse(payloads[0].Data);
        }
        catch (JsonException exception)
        {
            throw Unreadable(recorded, marker, exception);
        }
    }

    public static HoldfastException Unreadable(HistoryEvent recorded, MarkerRecorded marker, Exception? inner) =>
        new(ErrorCodes.CorruptData, $"Event {recorded.EventId} is a marker '{marker.MarkerName}' whose details cannot be read. The worker may be older than the one that wrote it.", inner);
}
