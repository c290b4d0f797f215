using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>A model call, as the history records it: names and messages, never keys, URLs or delegates.</summary>
public sealed record ModelCallRequest
{
    /// <summary>The agent whose definition gives model, instructions, tools and settings.</summary>
    public required string Agent { get; init; }

    /// <summary>Which model call of the run this is, from 1.</summary>
    public required int Step { get; init; }

    /// <summary>The transcript.</summary>
    [JsonConverter(typeof(ChatMessagesJsonConverter))]
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>A line that is added to the instructions of this call alone. Default: none.</summary>
    public string? Reminder { get; init; }

    /// <summary>True when the model must answer and may call no tool.</summary>
    public bool AnswerOnly { get; init; }
}
