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
        AIContent content => WriteContent(content),
        IEnumerable<AIContent> contents => string.Join('\n', contents.Select(WriteContent)),
        { } value => WireJson.Serialize(value, value.GetType()),
    };

    // The API's tool messages carry text alone; the model should know that there was more.
    private static string WriteContent(AIContent content) => content switch
    {
        TextContent text => text.Text,
        DataContent data => $"[{data.MediaType} content, which this model's API cannot take from a tool]",
        UriContent uri => uri.Uri.ToString(),
        _ => $"[{content.GetType().Name}, which this model's API cannot take from a tool]",
    };
}
