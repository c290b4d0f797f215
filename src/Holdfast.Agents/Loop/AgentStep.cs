namespace Holdfast.Agents;

/// <summary>One step of an agent: a model call and the tool calls that it asked for.</summary>
public sealed record AgentStep
{
    /// <summary>Which model call it was, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The model that answered, in its provider's words.</summary>
    public string? ModelId { get; init; }

    /// <summary>Why the model stopped, in Microsoft.Extensions.AI's words.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Tokens used.</summary>
    public required AgentUsage Usage { get; init; }

    /// <summary>The tool calls that ended, in the model's order.</summary>
    public IReadOnlyList<AgentToolCall> Calls { get; init; } = [];
}
