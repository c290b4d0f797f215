using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>What an agent's run gave.</summary>
public sealed record AgentResult
{
    /// <summary>The agent's answer; empty when it yielded.</summary>
    public required string Text { get; init; }

    /// <summary>Why it ended.</summary>
    public required AgentFinishReason FinishReason { get; init; }

    /// <summary>Transcript, usage and steps; start another run from it to go on with the conversation.</summary>
    public required AgentState State { get; init; }

    /// <summary>The transcript.</summary>
    [JsonIgnore]
    public IReadOnlyList<ChatMessage> Messages => State.Messages;

    /// <summary>Tokens used.</summary>
    [JsonIgnore]
    public AgentUsage Usage => State.Usage;

    /// <summary>Model calls made.</summary>
    [JsonIgnore]
    public int StepCount => State.StepCount;
}
