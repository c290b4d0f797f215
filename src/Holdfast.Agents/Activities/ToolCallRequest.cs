using System.Text.Json;

namespace Holdfast.Agents;

/// <summary>A tool call, as the history records it.</summary>
public sealed record ToolCallRequest
{
    /// <summary>The agent whose tool it is.</summary>
    public required string Agent { get; init; }

    /// <summary>The tool.</summary>
    public required string Tool { get; init; }

    /// <summary>The call's ID in the transcript.</summary>
    public required string CallId { get; init; }

    /// <summary>The arguments: a JSON object.</summary>
    public required JsonElement Arguments { get; init; }
}
