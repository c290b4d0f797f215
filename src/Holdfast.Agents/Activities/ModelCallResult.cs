using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>A model's response, normalised, and what is to be done about the tool calls in it. It is recorded once and never derived again.</summary>
public sealed record ModelCallResult
{
    /// <summary>What the model said. Every tool call has an ID that is unique in the transcript.</summary>
    [JsonConverter(typeof(ChatMessagesJsonConverter))]
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Why the model stopped, in Microsoft.Extensions.AI's words (stop, length, tool_calls, content_filter); null when it did not say.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The model that answered, in its provider's words.</summary>
    public string? ModelId { get; init; }

    /// <summary>Tokens used.</summary>
    public required AgentUsage Usage { get; init; }

    /// <summary>The tool calls, in the model's order.</summary>
    public IReadOnlyList<ToolCallPlan> Calls { get; init; } = [];
}
