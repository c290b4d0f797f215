using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Cli.Demo.Calls;

/// <summary>Hashes of what is asked, so that a question can be recognized when it is asked again by another process.</summary>
internal static class Fingerprint
{
    private const int HexChars = 16;

    // Cannot stand in the parts that it separates: JSON escapes it, and names and IDs do not have it.
    private const char Separator = '\u001f';

    /// <summary>The fingerprint of a transcript: who said what, which calls were asked for, and what they gave.</summary>
    public static string Of(IEnumerable<ChatMessage> transcript)
    {
        var text = new StringBuilder();
        foreach (var message in transcript)
        {
            text.Append(message.Role.Value).Append(Separator);
            foreach (var content in message.Contents)
            {
                text.Append(TextOf(content)).Append(Separator);
            }
        }

        return Hash(text.ToString());
    }

    /// <summary>The fingerprint of a tool call.</summary>
    public static string Of(string tool, IEnumerable<KeyValuePair<string, object?>> arguments) => Hash(tool + Separator + TextOf(arguments));

    private static string TextOf(AIContent content) => content switch
    {
        TextContent text => "text " + text.Text,
        FunctionCallContent call => $"call {call.CallId} {call.Name} {TextOf(call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal))}",
        FunctionResultContent result => $"result {result.CallId} {TextOf(result.Result)}",
        _ => content.GetType().Name,
    };

    private static string TextOf(IEnumerable<KeyValuePair<string, object?>> arguments) =>
        string.Join(Separator, arguments.OrderBy(argument => argument.Key, StringComparer.Ordinal).Select(argument => $"{argument.Key}={TextOf(argument.Value)}"));

    private static string TextOf(object? value) => value is JsonElement json ? json.GetRawText() : JsonSerializer.Serialize(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(object)));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HexChars];
}
