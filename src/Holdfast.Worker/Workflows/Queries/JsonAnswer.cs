using System.Buffers;
using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Writes a JSON object as a payload.</summary>
internal static class JsonAnswer
{
    public static Payload Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new Payload(Payload.JsonEncoding, buffer.WrittenMemory);
    }
}
