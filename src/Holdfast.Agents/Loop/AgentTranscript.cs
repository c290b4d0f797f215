using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>An agent's transcript.</summary>
public sealed record AgentTranscript
{
    /// <summary>User messages, what the model said, tool results.</summary>
    [JsonConverter(typeof(ChatMessagesJsonConverter))]
    public IReadOnlyList<ChatMessage> Messages { get; init; } = [];
}
