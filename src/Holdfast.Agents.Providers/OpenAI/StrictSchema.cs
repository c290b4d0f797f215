using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>JSON schemas as OpenAI's strict mode demands them: every property required, no others allowed.</summary>
internal static class StrictSchema
{
    private static readonly AIJsonSchemaTransformOptions StrictRules = new()
    {
        ConvertBooleanSchemas = true,
        DisallowAdditionalProperties = true,
        MoveDefaultKeywordToDescription = true,
        RequireAllProperties = true,
    };

    public static bool? IsAskedFor(IReadOnlyDictionary<string, object?>? properties) =>
        Read(properties, ModelRequestProperties.Strict) ?? Read(properties, ModelRequestProperties.StrictJsonSchema);

    public static JsonNode? Write(JsonElement schema, bool isStrict) =>
        JsonNode.Parse((isStrict ? AIJsonUtilities.TransformSchema(schema, StrictRules) : schema).GetRawText());

    private static bool? Read(IReadOnlyDictionary<string, object?>? properties, string name)
    {
        if (properties is null || !properties.TryGetValue(name, out object? value))
        {
            return null;
        }

        // Read back from a journal, the boolean is a JsonElement.
        return value switch
        {
            bool flag => flag,
            JsonElement { ValueKind: JsonValueKind.True } => true,
            JsonElement { ValueKind: JsonValueKind.False } => false,
            _ => null,
        };
    }
}
