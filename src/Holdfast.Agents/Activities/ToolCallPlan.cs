namespace Holdfast.Agents;

/// <summary>What is to be done about one tool call of a model's response. Decided where the tools are, beside the model call, and recorded with its result.</summary>
public sealed record ToolCallPlan
{
    /// <summary>The call's ID in the transcript.</summary>
    public required string CallId { get; init; }

    /// <summary>The tool that the model named.</summary>
    public required string Tool { get; init; }

    /// <summary>What is to be done.</summary>
    public required ToolCallVerdict Verdict { get; init; }

    /// <summary>For <see cref="ToolCallVerdict.Refuse"/>: why, for the model to read.</summary>
    public string? Problem { get; init; }

    /// <summary>Timeouts and retries; null means <see cref="CallOptions.ToolDefaults"/>.</summary>
    public CallOptions? Options { get; init; }
}
