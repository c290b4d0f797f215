using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Cuts a response into updates: a word each, then the tool calls, then usage and finish reason.</summary>
internal static class ScriptedStream
{
    public static IReadOnlyList<ChatResponseUpdate> Of(ChatResponse response)
    {
        var contents = response.Messages.SelectMany(message => message.Contents).ToList();
        var updates = new List<ChatResponseUpdate>();
        foreach (var content in contents)
        {
            updates.AddRange(content is TextContent text
                ? ScriptedResponse.Words(text.Text).Select(word => Update(response, new TextContent(word)))
                : [Update(response, content)]);
        }

        var last = Update(response, new UsageContent(response.Usage!));
        last.FinishReason = response.FinishReason;
        updates.Add(last);
        return updates;
    }

    private static ChatResponseUpdate Update(ChatResponse response, AIContent content) => new(ChatRole.Assistant, [content])
    {
        ResponseId = response.ResponseId,
        MessageId = response.ResponseId,
        ModelId = response.ModelId,
    };
}
