using System.Text.Json.Nodes;
using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>Writes what a user's message holds: plain text as a string, anything richer as parts.</summary>
internal static class OpenAIContentPartWriter
{
    public static JsonNode? Write(IReadOnlyList<AIContent> contents) => contents switch
    {
        [] => "",
        [TextContent text] => text.Text,
        _ => new JsonArray([.. contents.Select(WritePart).OfType<JsonNode>()]),
    };

    private static JsonObject? WritePart(AIContent content) => content switch
    {
        TextContent text => Part("text", text.Text),
        DataContent data when data.HasTopLevelMediaType("image") => ImagePart(data.Uri, content),
        UriContent uri when uri.HasTopLevelMediaType("image") => ImagePart(uri.Uri.ToString(), content),
        DataContent data when AudioFormat(data.MediaType) is { } format => Part("input_audio", new JsonObject { ["data"] = data.Base64Data.ToString(), ["format"] = format }),
        DataContent { MediaType: "application/pdf" } data => Part("file", new JsonObject { ["filename"] = data.Name ?? "document.pdf", ["file_data"] = data.Uri }),
        HostedFileContent file => Part("file", new JsonObject { ["file_id"] = file.FileId }),

        // Said about a message rather than part of it.
        UsageContent or TextReasoningContent or ErrorContent => null,
        _ => throw new HoldfastException(
            ErrorCodes.ModelRequestUnsupported,
            $"A user message cannot hold {Describe(content)} in the Chat Completions API. It takes text, images, WAV and MP3 audio, PDF documents and file IDs."),
    };

    private static JsonObject ImagePart(string url, AIContent content)
    {
        JsonObject image = new() { ["url"] = url };
        if (content.AdditionalProperties?.TryGetValue("detail", out object? detail) == true && detail is not null)
        {
            image["detail"] = detail.ToString();
        }

        return Part("image_url", image);
    }

    private static JsonObject Part(string type, JsonNode? value) => new() { ["type"] = type, [type] = value };

    private static string? AudioFormat(string mediaType) => mediaType switch
    {
        "audio/wav" or "audio/x-wav" or "audio/wave" => "wav",
        "audio/mpeg" or "audio/mp3" => "mp3",
        _ => null,
    };

    private static string Describe(AIContent content) => content switch
    {
        DataContent data => data.MediaType,
        UriContent uri => $"a link to {uri.MediaType}",
        _ => content.GetType().Name,
    };
}
