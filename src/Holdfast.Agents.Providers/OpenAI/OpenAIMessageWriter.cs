using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>Writes a conversation as the API's messages.</summary>
internal static class OpenAIMessageWriter
{
    private const string DeveloperRole = "developer";

    public static JsonArray Write(string? instructions, IEnumerable<ChatMessage> messages)
    {
        List<JsonNode?> written = [];
        if (!string.IsNullOrWhiteSpace(instructions))
        {
            written.Add(new JsonObject { ["role"] = "system", ["content"] = instructions });
        }

        foreach (ChatMessage message in messages)
        {
            WriteToolResults(written, message);
            if (WriteMessage(message) is { } rest)
            {
                written.Add(rest);
            }
        }

        return new JsonArray([.. written]);
    }

    // Each result is a message of its own, whatever message they travel in.
    private static void WriteToolResults(List<JsonNode?> written, ChatMessage message)
    {
        foreach (FunctionResultContent result in message.Contents.OfType<FunctionResultContent>())
        {
            written.Add(new JsonObject { ["role"] = "tool", ["tool_call_id"] = result.CallId, ["content"] = OpenAIToolResultText.Write(result) });
        }
    }

    private static JsonObject? WriteMessage(ChatMessage message)
    {
        if (message.Role == ChatRole.Assistant)
        {
            return WriteAssistant(message);
        }

        List<AIContent> contents = [.. message.Contents.Where(content => content is not FunctionResultContent)];
        if (message.Role == ChatRole.Tool || (contents.Count == 0 && message.Contents.Count > 0))
        {
            return null;
        }

        return message.Role == ChatRole.System || message.Role.Value == DeveloperRole
            ? Named(message, new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text })
            : Named(message, new JsonObject { ["role"] = "user", ["content"] = OpenAIContentPartWriter.Write(contents) });
    }

    private static JsonObject WriteAssistant(ChatMessage message)
    {
        JsonObject written = new() { ["role"] = "assistant" };
        JsonArray calls = new([.. message.Contents.OfType<FunctionCallContent>().Where(call => !call.InformationalOnly).Select(WriteCall)]);
        string? refusal = message.Contents.OfType<ErrorContent>().FirstOrDefault(error => error.ErrorCode == OpenAIResponseReader.RefusalCode)?.Message;
        if (message.Text.Length > 0 || (calls.Count == 0 && refusal is null))
        {
            written["content"] = message.Text;
        }

        if (refusal is not null)
        {
            written["refusal"] = refusal;
        }

        if (calls.Count > 0)
        {
            written["tool_calls"] = calls;
        }

        return Named(message, written);
    }

    private static JsonNode? WriteCall(FunctionCallContent call) => new JsonObject
    {
        ["id"] = call.CallId,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = WriteArguments(call) },
    };

    // Arguments that were invalid JSON are not repeated: some servers parse the history and would refuse it.
    private static string WriteArguments(FunctionCallContent call) => call.Arguments is null
        ? "{}"
        : WireJson.Serialize(call.Arguments, typeof(IDictionary<string, object?>));

    private static JsonObject Named(ChatMessage message, JsonObject written)
    {
        if (WireName.Create(message.AuthorName) is { } name)
        {
            written["name"] = name;
        }

        return written;
    }
}
