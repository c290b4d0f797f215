using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Turns what a tool returned into the JSON that is recorded and shown to the model.</summary>
internal static class ToolResultJson
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    public static JsonElement Of(object? result, AIFunction function) => Limited(result switch
    {
        null => Null,
        JsonElement json => json,
        string text => Text(text),
        TextContent content => Text(content.Text),
        _ => JsonSerializer.SerializeToElement(result, function.JsonSerializerOptions.GetTypeInfo(result.GetType())),
    });

    /// <summary>A text as JSON.</summary>
    public static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, AgentJsonContext.Default.String);

    private static JsonElement Limited(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text.Length <= AgentLimits.MaxToolResultChars
            ? value
            : Text(string.Concat(text.AsSpan(0, AgentLimits.MaxToolResultChars), $"\n[The result was cut: {AgentLimits.MaxToolResultChars} of {text.Length} characters are shown.]"));
    }
}
