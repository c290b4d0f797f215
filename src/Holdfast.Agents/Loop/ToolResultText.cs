using System.Text.Json;
using System.Text.Json.Nodes;

namespace Holdfast.Agents;

/// <summary>Results that the loop itself writes for the model.</summary>
internal static class ToolResultText
{
    public static JsonElement Error(string message) => ToElement(new JsonObject { ["error"] = message });

    /// <summary>The result of a call whose arguments a person changed: the model must know what was really done.</summary>
    public static JsonElement Edited(JsonElement arguments, JsonElement result) => ToElement(new JsonObject
    {
        ["note"] = "A person changed the arguments before the call was made.",
        ["arguments"] = JsonNode.Parse(arguments.GetRawText()),
        ["result"] = JsonNode.Parse(result.GetRawText()),
    });

    private static JsonElement ToElement(JsonObject value) => JsonElement.Parse(value.ToJsonString());
}
