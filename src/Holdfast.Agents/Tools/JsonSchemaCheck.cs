using System.Text.Json;

namespace Holdfast.Agents;

/// <summary>Checks the keywords that tool schemas live by: type, enum, required, properties, items. Other keywords accept everything; the tool's own binding has the last word.</summary>
internal static class JsonSchemaCheck
{
    private const int MaxDepth = 64;

    /// <summary>The first problem, as a sentence that names its place; null when there is none.</summary>
    public static string? FindProblem(JsonElement schema, JsonElement value, string path) => FindProblem(schema, value, path, MaxDepth);

    private static string? FindProblem(JsonElement schema, JsonElement value, string path, int depthLeft)
    {
        if (schema.ValueKind != JsonValueKind.Object || depthLeft == 0)
        {
            return null;
        }

        return WrongType(schema, value, path)
            ?? NotInEnum(schema, value, path)
            ?? (value.ValueKind == JsonValueKind.Object ? InObject(schema, value, path, depthLeft) : null)
            ?? (value.ValueKind == JsonValueKind.Array ? InArray(schema, value, path, depthLeft) : null);
    }

    private static string? WrongType(JsonElement schema, JsonElement value, string path)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return null;
        }

        var allowed = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(NameOf).ToList() : [NameOf(type)];
        return allowed.Exists(name => Matches(name, value)) ? null : $"{path} must be {string.Join(" or ", allowed)}, and is {Describe(value)}.";
    }

    private static string NameOf(JsonElement type) => type.ValueKind == JsonValueKind.String ? type.GetString()! : string.Empty;

    private static bool Matches(string typeName, JsonElement value) => typeName switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.IsInteger(number),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => true,
    };

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    private static string? NotInEnum(JsonElement schema, JsonElement value, string path)
    {
        if (!schema.TryGetProperty("enum", out var allowed) || allowed.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var candidates = allowed.EnumerateArray().ToList();
        return candidates.Exists(candidate => JsonElement.DeepEquals(candidate, value))
            ? null
            : $"{path} must be one of {string.Join(", ", candidates.Select(candidate => candidate.GetRawText()))}.";
    }

    private static string? InObject(JsonElement schema, JsonElement value, string path, int depthLeft)
    {
        if (schema.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array)
        {
            foreach (var name in required.EnumerateArray().Select(NameOf))
            {
                if (!value.TryGetProperty(name, out _))
                {
                    return $"{path}.{name} is missing.";
                }
            }
        }

        return schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? InProperties(properties, value, path, depthLeft)
            : null;
    }

    private static string? InProperties(JsonElement properties, JsonElement value, string path, int depthLeft)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var schema) && FindProblem(schema, property.Value, $"{path}.{property.Name}", depthLeft - 1) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? InArray(JsonElement schema, JsonElement value, string path, int depthLeft)
    {
        if (!schema.TryGetProperty("items", out var items))
        {
            return null;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (FindProblem(items, item, $"{path}[{index}]", depthLeft - 1) is { } problem)
            {
                return problem;
            }

            index++;
        }

        return null;
    }
}
