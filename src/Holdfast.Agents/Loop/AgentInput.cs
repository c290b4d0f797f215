using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>What an agent is started with.</summary>
/// <param name="Agent">The agent's name.</param>
/// <param name="Message">The first user message. Default: none, when <see cref="Messages"/> or <see cref="State"/> bring what there is to do.</param>
public sealed record AgentInput(string Agent, string? Message = null)
{
    /// <summary>Messages before <see cref="Message"/>: an earlier conversation, or content that is not text. Default: none.</summary>
    [JsonConverter(typeof(ChatMessagesJsonConverter))]
    public IReadOnlyList<ChatMessage> Messages { get; init; } = [];

    /// <summary>Where an earlier run stopped; its transcript comes first. Default: a new conversation.</summary>
    public AgentState? State { get; init; }
}
