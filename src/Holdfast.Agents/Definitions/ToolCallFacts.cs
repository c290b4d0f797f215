using System.Text.Json;

namespace Holdfast.Agents;

/// <summary>What an approval rule may know of a call.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">The arguments: a JSON object that fits the tool's schema.</param>
public sealed record ToolCallFacts(string Agent, string Tool, JsonElement Arguments);
