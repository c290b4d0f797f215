using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>
/// Writes and reads chat messages with Microsoft.Extensions.AI's own metadata, whatever options are in force around them: every kind of content survives the way
/// into the history and back. Exceptions and raw representations do not; they are not recorded.
/// </summary>
public sealed class ChatMessagesJsonConverter : JsonConverter<IReadOnlyList<ChatMessage>>
{
    private static readonly JsonTypeInfo<ChatMessage> MessageInfo = (JsonTypeInfo<ChatMessage>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatMessage));

    /// <inheritdoc/>
    public override IReadOnlyList<ChatMessage> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Chat messages must be an array.");
        }

        var messages = new List<ChatMessage>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            messages.Add(JsonSerializer.Deserialize(ref reader, MessageInfo) ?? throw new JsonException("A chat message is null."));
        }

        return messages;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<ChatMessage> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var message in value)
        {
            JsonSerializer.Serialize(writer, message, MessageInfo);
        }

        writer.WriteEndArray();
    }
}
