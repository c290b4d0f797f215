using System.Globalization;
using Holdfast.Agents;
using Microsoft.Extensions.AI;

namespace Holdfast.Simulation;

/// <summary>Checks what an agent came to: each answer of the model is the one that the script gives, each call has its result and its effect, and nobody did what was not approved.</summary>
internal static class TranscriptChecker
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Check(string workflowId, AgentResult result, Outside outside)
    {
        var messages = result.State.Messages;
        return CheckAnswers(messages).Concat(CheckEnd(result)).Concat(result.State.Steps.SelectMany(s => s.Calls).SelectMany(call => CheckCall(workflowId, call, outside))).Select(problem => $"{workflowId}: {problem}");
    }

    private static IEnumerable<string> CheckAnswers(IReadOnlyList<ChatMessage> messages)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i].Role != ChatRole.Assistant)
            {
                continue;
            }

            List<ChatMessage> before = [.. messages.Take(i)];
            var expected = ScriptedConversation.ReplyTo(before, StepsOf(before) < AgentTools.MaxSteps - 1);
            List<FunctionCallContent> calls = [.. messages[i].Contents.OfType<FunctionCallContent>()];
            if (messages[i].Text != expected.Text || !calls.Select(Text).SequenceEqual(expected.Calls.Select(c => $"{c.Tool} {c.ArgumentsJson}"), StringComparer.Ordinal))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"message {i} is '{messages[i].Text}' with {calls.Count} calls, but the script says '{expected.Text}' with {expected.Calls.Count}");
            }

            if (calls.Count > 0 && !(i + 1 < messages.Count && messages[i + 1].Contents.OfType<FunctionResultContent>().Select(r => r.CallId).SequenceEqual(calls.Select(c => c.CallId), StringComparer.Ordinal)))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"message {i} has {calls.Count} calls, and what follows is not their results");
            }
        }
    }

    private static IEnumerable<string> CheckEnd(AgentResult result)
    {
        var answers = result.State.Messages.Count(m => m.Role == ChatRole.Assistant);
        if (result.State.Messages[^1].Role != ChatRole.Assistant || result.Text != result.State.Messages[^1].Text)
        {
            yield return $"it ended with '{result.Text}', and its last message is '{result.State.Messages[^1].Text}'";
        }

        if (result.StepCount != answers || !result.State.Steps.Select(s => s.Number).SequenceEqual(Enumerable.Range(1, answers)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"it has {answers} answers of the model, and {result.StepCount} steps");
        }

        if (result.FinishReason == AgentFinishReason.StepLimit != (result.Text == ScriptedConversation.OutOfSteps))
        {
            yield return $"it ended with '{result.Text}' because of {result.FinishReason}";
        }
    }

    /// <summary>A call that succeeded had one effect, under one key; a call that failed may have had it; no other had any.</summary>
    private static IEnumerable<string> CheckCall(string workflowId, AgentToolCall call, Outside outside)
    {
        var count = outside.CountOf(AgentTools.CounterOf(workflowId, call.CallId));
        var isRight = call.Outcome switch
        {
            ToolCallOutcome.Succeeded => count == 1,
            ToolCallOutcome.Failed => count <= 1,
            _ => count == 0,
        };
        if (!isRight)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"call {call.CallId} of {call.Tool} {call.Outcome}, and had its effect {count} times");
        }

        if (call.Tool != AgentTools.Blast)
        {
            yield break;
        }

        var decisions = outside.Approvals.Of(workflowId, call.CallId);
        var taken = decisions.Where(d => d.IsTaken).ToList();
        var mayBe = taken.Count == 1 ? taken : decisions;
        if (taken.Count > 1 || !mayBe.Any(d => d.Value is null == call.Outcome is ToolCallOutcome.Rejected))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"call {call.CallId} of {call.Tool} {call.Outcome}, of {decisions.Count} decisions {taken.Count} were taken: {string.Join(", ", mayBe.Select(d => d.Resolution.Decision))}");
        }
    }

    private static int StepsOf(List<ChatMessage> messages) => messages.Skip(messages.FindLastIndex(m => m.Role == ChatRole.User)).Count(m => m.Role == ChatRole.Assistant);

    private static string Text(FunctionCallContent call) => $$"""{{call.Name}} {"value":{{call.Arguments!["value"]}}}""";
}
