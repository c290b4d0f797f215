using System.Text.Json;

namespace Holdfast.Agents;

/// <summary>A tool's result, as the model is shown it.</summary>
/// <param name="Value">The result as JSON; null for a tool without result.</param>
public sealed record ToolCallResult(JsonElement Value);
