using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>What a scripted model decides by: the request, and nothing that a restart would lose.</summary>
public sealed class ScriptTurn
{
    internal ScriptTurn(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        Messages = messages;
        Options = options;
        Number = 1 + messages.Count(message => message.Role == ChatRole.Assistant);
        IdempotencyKey = options?.AdditionalProperties?.TryGetValue(ModelRequestProperties.IdempotencyKey, out object? key) == true ? key?.ToString() : null;
        Attempt = ActivityContext.HasCurrent ? ActivityContext.Current.Info.Attempt : 1;
    }

    /// <summary>The transcript.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>The request's options.</summary>
    public ChatOptions? Options { get; }

    /// <summary>Which answer of the model this will be in the transcript, from 1.</summary>
    public int Number { get; }

    /// <summary>The key of the model call; null when the caller gave none.</summary>
    public string? IdempotencyKey { get; }

    /// <summary>The attempt at this call, from 1; always 1 outside an activity.</summary>
    public int Attempt { get; }

    /// <summary>True when the model may call tools.</summary>
    public bool MayCallTools => Options is { Tools.Count: > 0, ToolMode: not NoneChatToolMode };

    /// <summary>The last user message; empty when there is none.</summary>
    public string UserText => Messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? string.Empty;

    /// <summary>The results of all tool calls so far, oldest first; JSON, or plain text for a result that is a string.</summary>
    public IEnumerable<string> ToolResults => Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => TextOf(result.Result));

    /// <summary>The results that answer the model's last message.</summary>
    public IEnumerable<string> NewToolResults => Messages.Reverse().TakeWhile(message => message.Role != ChatRole.Assistant).Reverse()
        .SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => TextOf(result.Result));

    /// <summary>The result of a tool's latest call; null when it gave none yet.</summary>
    public string? ResultOf(string tool)
    {
        var calls = Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Where(call => string.Equals(call.Name, tool, StringComparison.Ordinal)).Select(call => call.CallId).ToHashSet(StringComparer.Ordinal);
        var latest = Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().LastOrDefault(result => calls.Contains(result.CallId));
        return latest is null ? null : TextOf(latest.Result);
    }

    private static string TextOf(object? result) => result switch
    {
        null => "null",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        JsonElement json => json.GetRawText(),
        _ => result.ToString() ?? string.Empty,
    };
}
