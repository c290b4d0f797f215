using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Brings a model's response into the form that is recorded.</summary>
internal static class ResponseNormalizer
{
    /// <summary>The tool calls that are ours to make.</summary>
    public static IEnumerable<FunctionCallContent> CallsOf(IEnumerable<ChatMessage> messages) =>
        messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Where(call => !call.InformationalOnly);

    /// <summary>Gives an ID of its own to every tool call that has none, or has one that the transcript knows already: results and approvals go by ID.</summary>
    public static IReadOnlyList<ChatMessage> Normalize(ModelCallRequest request, IEnumerable<ChatMessage> response)
    {
        var taken = CallsOf(request.Messages).Select(call => call.CallId).ToHashSet(StringComparer.Ordinal);
        var count = 0;
        return [.. response.Select(message => Normalize(message, taken, request.Step, ref count))];
    }

    private static ChatMessage Normalize(ChatMessage message, HashSet<string> taken, int step, ref int count)
    {
        var contents = new List<AIContent>(message.Contents.Count);
        foreach (var content in message.Contents)
        {
            contents.Add(content is FunctionCallContent { InformationalOnly: false } call ? Normalize(call, taken, step, ++count) : content);
        }

        var normalized = message.Clone();
        normalized.Contents = contents;
        return normalized;
    }

    private static FunctionCallContent Normalize(FunctionCallContent call, HashSet<string> taken, int step, int number)
    {
        if (call.CallId.Length > 0 && taken.Add(call.CallId))
        {
            return call;
        }

        var callId = $"call_{step}_{number}";
        for (var suffix = 2; !taken.Add(callId); suffix++)
        {
            callId = $"call_{step}_{number}_{suffix}";
        }

        return new FunctionCallContent(callId, call.Name, call.Arguments) { Exception = call.Exception, AdditionalProperties = call.AdditionalProperties };
    }
}
