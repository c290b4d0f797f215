using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Settings of an agent's model calls. What is null is left to the model.</summary>
public sealed record ModelOptions
{
    /// <summary>Sampling temperature, in the model's own range.</summary>
    public float? Temperature { get; init; }

    /// <summary>Nucleus sampling, 0 to 1.</summary>
    public float? TopP { get; init; }

    /// <summary>Longest output in tokens, reasoning included; more than zero.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>How much the model thinks before it answers, and how much of that it shows.</summary>
    public ReasoningOptions? Reasoning { get; init; }

    /// <summary>The form of the answer. Default: text.</summary>
    public ChatResponseFormat? ResponseFormat { get; init; }

    /// <summary>False to ask the model for one tool call at a time.</summary>
    public bool? AllowMultipleToolCalls { get; init; }

    /// <summary>Texts at which the model stops.</summary>
    public IReadOnlyList<string> StopSequences { get; init; } = [];
}
