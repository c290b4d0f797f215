namespace Holdfast.Agents;

/// <summary>A tool call of a scripted model.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="ArgumentsJson">The arguments as JSON. What is no JSON object stands for a model that writes malformed arguments.</param>
/// <param name="CallId">The call's ID; null for one made of turn and position.</param>
public sealed record ScriptedToolCall(string Tool, string ArgumentsJson = "{}", string? CallId = null);
