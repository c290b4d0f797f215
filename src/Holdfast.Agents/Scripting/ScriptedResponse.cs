using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Makes a response of a reply. IDs come from the turn, token counts from the words.</summary>
internal static class ScriptedResponse
{
    public static ChatResponse Of(ScriptTurn turn, ScriptedReply reply, string modelId)
    {
        var message = new ChatMessage(ChatRole.Assistant, [.. TextOf(reply), .. reply.Calls.Select((call, index) => CallOf(turn, call, index))]);
        return new ChatResponse(message)
        {
            ResponseId = string.Create(CultureInfo.InvariantCulture, $"scripted-{turn.Number}"),
            ModelId = modelId,
            FinishReason = reply.Calls.Count > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
            Usage = UsageOf(turn, reply),
        };
    }

    public static IReadOnlyList<string> Words(string text) => text.Length == 0 ? [] : [.. text.Split(' ').Select((word, index) => index == 0 ? word : " " + word)];

    private static IEnumerable<AIContent> TextOf(ScriptedReply reply) => reply.Text.Length == 0 ? [] : [new TextContent(reply.Text)];

    private static FunctionCallContent CallOf(ScriptTurn turn, ScriptedToolCall call, int index)
    {
        var callId = call.CallId ?? string.Create(CultureInfo.InvariantCulture, $"call_{turn.Number}_{index + 1}");
        return ParseArguments(call.ArgumentsJson) is { } arguments
            ? new FunctionCallContent(callId, call.Tool, arguments)
            : new FunctionCallContent(callId, call.Tool) { AdditionalProperties = new AdditionalPropertiesDictionary { [ModelRequestProperties.RawArguments] = call.ArgumentsJson } };
    }

    private static Dictionary<string, object?>? ParseArguments(string json)
    {
        try
        {
            var arguments = JsonElement.Parse(json);
            return arguments.ValueKind == JsonValueKind.Object
                ? arguments.EnumerateObject().ToDictionary(property => property.Name, object? (property) => property.Value, StringComparer.Ordinal)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static UsageDetails UsageOf(ScriptTurn turn, ScriptedReply reply)
    {
        long input = turn.Messages.Sum(message => Words(message.Text).Count);
        long output = Words(reply.Text).Count + reply.Calls.Count;
        return new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output };
    }
}
