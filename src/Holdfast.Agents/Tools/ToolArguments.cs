using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>A tool call's arguments between Microsoft.Extensions.AI's dictionary and JSON.</summary>
internal static class ToolArguments
{
    private static readonly JsonTypeInfo<IDictionary<string, object?>> DictionaryInfo =
        (JsonTypeInfo<IDictionary<string, object?>>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>));

    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    public static JsonElement ToJson(IDictionary<string, object?>? arguments) => arguments is null ? Empty : JsonSerializer.SerializeToElement(arguments, DictionaryInfo);

    public static AIFunctionArguments FromJson(JsonElement arguments)
    {
        var result = new AIFunctionArguments();
        foreach (var property in arguments.EnumerateObject())
        {
            result[property.Name] = property.Value;
        }

        return result;
    }

    /// <summary>What is wrong with the arguments, for the model to read; null when they fit the schema as far as it is checked here.</summary>
    public static string? FindProblem(JsonElement schema, JsonElement arguments) => arguments.ValueKind == JsonValueKind.Object
        ? JsonSchemaCheck.FindProblem(schema, arguments, "arguments")
        : "arguments must be a JSON object.";
}
