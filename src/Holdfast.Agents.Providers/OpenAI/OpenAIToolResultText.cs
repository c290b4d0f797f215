using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>A tool's result as the text that the API takes.</summary>
internal static class OpenAIToolResultText
{
    public static string Write(FunctionResultContent result) => result.Result switch
    {
        null => result.Exception is { } exception ? $"Error: {exception.Message}" : "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        JsonElement { ValueKind: JsonValueKind.Array } array when ReadContents(array) is { } contents => WriteContents(contents),
        AIContent content => WriteContent(content),
        IEnumerable<AIContent> contents => WriteContents(contents),
        { } value => WireJson.Serialize(value, value.GetType()),
    };

    private static string WriteContents(IEnumerable<AIContent> contents) => string.Join('\n', contents.Select(WriteContent));

    // Read back from a journal, a list of contents is an array of objects that each name their type.
    private static AIContent[]? ReadContents(JsonElement array)
    {
        if (array.GetArrayLength() == 0 || !array.EnumerateArray().All(item => item.GetStringOrNull("$type") is not null))
        {
            return null;
        }

        try
        {
            return [.. array.EnumerateArray().Select(item => (AIContent)item.Deserialize(AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(AIContent)))!)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The API's tool messages carry text alone; the model should know that there was more.
    private static string WriteContent(AIContent content) => content switch
    {
        TextContent text => text.Text,
        DataContent data => $"[{data.MediaType} content, which this model's API cannot take from a tool]",
        UriContent uri => uri.Uri.ToString(),
        _ => $"[{content.GetType().Name}, which this model's API cannot take from a tool]",
    };
}
