namespace Holdfast.Agents;

/// <summary>How a tool call went.</summary>
/// <param name="CallId">Its ID in the transcript.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="DecidedBy">Who decided about it, when an approval named them.</param>
public sealed record AgentToolCall(string CallId, string Tool, ToolCallOutcome Outcome, string? DecidedBy = null);
