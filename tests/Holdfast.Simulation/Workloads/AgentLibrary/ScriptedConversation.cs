using System.Globalization;
using Holdfast.Agents;
using Microsoft.Extensions.AI;

namespace Holdfast.Simulation;

/// <summary>
/// What the scripted model says: a user message is a script, its parts behind bars. The first is its name; each further part is one answer, whose letters are the tools that
/// it calls. When the parts are used up the model answers with the name.
/// </summary>
internal static class ScriptedConversation
{
    /// <summary>What the model says when it may call no more tools.</summary>
    public const string OutOfSteps = "out of steps";

    private const char Bar = '|';

    /// <summary>The model's answer to a transcript.</summary>
    public static ScriptedReply ReplyTo(IReadOnlyList<ChatMessage> messages, bool mayCallTools)
    {
        if (!mayCallTools)
        {
            return ScriptedReply.Say(OutOfSteps);
        }

        var begin = messages.Count - 1;
        while (messages[begin].Role != ChatRole.User)
        {
            begin--;
        }

        var parts = messages[begin].Text.Split(Bar);
        var turn = 1 + messages.Skip(begin).Count(m => m.Role == ChatRole.Assistant);
        var reply = ScriptedReply.Say(turn < parts.Length ? $"{parts[0]} calls" : parts[0]);
        foreach (var letter in turn < parts.Length ? parts[turn] : string.Empty)
        {
            reply = reply.And(ToolOf(letter), string.Create(CultureInfo.InvariantCulture, $$"""{"value":{{(10 * turn) + reply.Calls.Count}}}"""));
        }

        return reply;
    }

    /// <summary>Draws a script.</summary>
    public static string Draw(Random chance, string name, int mostTurns, int mostTools)
    {
        const string Letters = "mmfbbu";
        var parts = Enumerable.Range(0, chance.Next(mostTurns + 1)).Select(_ => new string(chance.GetItems<char>(Letters, chance.Next(1, mostTools + 1))));
        return string.Join(Bar, parts.Prepend(name));
    }

    private static string ToolOf(char letter) => letter switch
    {
        'm' => AgentTools.Measure,
        'f' => AgentTools.Flaky,
        'b' => AgentTools.Blast,
        _ => "unheard-of",
    };
}
