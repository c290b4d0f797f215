using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Tokens used, as the models' providers reported them; a model call whose provider reported none counts as zero.</summary>
public sealed record AgentUsage
{
    /// <summary>Nothing.</summary>
    public static readonly AgentUsage None = new();

    /// <summary>Model calls.</summary>
    public int ModelCalls { get; init; }

    /// <summary>Input tokens, cached ones included.</summary>
    public long InputTokens { get; init; }

    /// <summary>Input tokens that came from the provider's cache.</summary>
    public long CachedInputTokens { get; init; }

    /// <summary>Output tokens, reasoning included where the provider counts it so.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Output tokens spent on reasoning.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>All tokens.</summary>
    public long TotalTokens { get; init; }

    /// <summary>Adds.</summary>
    public static AgentUsage operator +(AgentUsage left, AgentUsage right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Add(right);
    }

    /// <summary>Adds.</summary>
    public AgentUsage Add(AgentUsage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new AgentUsage
        {
            ModelCalls = ModelCalls + other.ModelCalls,
            InputTokens = InputTokens + other.InputTokens,
            CachedInputTokens = CachedInputTokens + other.CachedInputTokens,
            OutputTokens = OutputTokens + other.OutputTokens,
            ReasoningTokens = ReasoningTokens + other.ReasoningTokens,
            TotalTokens = TotalTokens + other.TotalTokens,
        };
    }

    internal static AgentUsage OfCall(UsageDetails? usage)
    {
        var input = usage?.InputTokenCount ?? 0;
        var output = usage?.OutputTokenCount ?? 0;
        return new AgentUsage
        {
            ModelCalls = 1,
            InputTokens = input,
            CachedInputTokens = usage?.CachedInputTokenCount ?? 0,
            OutputTokens = output,
            ReasoningTokens = usage?.ReasoningTokenCount ?? 0,
            TotalTokens = usage?.TotalTokenCount ?? input + output,
        };
    }
}
