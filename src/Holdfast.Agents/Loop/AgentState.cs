using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Everything that a conversation with an agent consists of. Another run, or another agent, can go on from it.</summary>
public sealed record AgentState
{
    /// <summary>The transcript: user messages, what the model said, tool results.</summary>
    [JsonConverter(typeof(ChatMessagesJsonConverter))]
    public IReadOnlyList<ChatMessage> Messages { get; init; } = [];

    /// <summary>User messages that the agent has not seen yet.</summary>
    [JsonConverter(typeof(ChatMessagesJsonConverter))]
    public IReadOnlyList<ChatMessage> PendingMessages { get; init; } = [];

    /// <summary>Tokens used so far.</summary>
    public AgentUsage Usage { get; init; } = AgentUsage.None;

    /// <summary>Model calls made so far.</summary>
    public int StepCount { get; init; }

    /// <summary>Model calls made since the last user message; they count against the agent's limit.</summary>
    public int StepsSinceUserMessage { get; init; }

    /// <summary>The newest steps, at most 1,000.</summary>
    public IReadOnlyList<AgentStep> Steps { get; init; } = [];
}
