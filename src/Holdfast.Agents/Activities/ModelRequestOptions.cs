using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Builds the options of a model call from the agent's definition.</summary>
internal static class ModelRequestOptions
{
    public static ChatOptions Create(RegisteredAgent agent, ModelCallRequest request, string idempotencyKey)
    {
        var settings = agent.Definition.ModelOptions;
        var hasTools = agent.Declarations.Count > 0;
        return new ChatOptions
        {
            Instructions = InstructionsOf(agent.Definition, request),
            Temperature = settings.Temperature,
            TopP = settings.TopP,
            MaxOutputTokens = settings.MaxOutputTokens,
            Reasoning = settings.Reasoning,
            ResponseFormat = settings.ResponseFormat,
            AllowMultipleToolCalls = hasTools ? settings.AllowMultipleToolCalls : null,
            StopSequences = settings.StopSequences.Count == 0 ? null : [.. settings.StopSequences],
            Tools = hasTools ? [.. agent.Declarations] : null,

            // The declarations stay: providers refuse transcripts with calls of tools that the request does not declare.
            ToolMode = hasTools && request.AnswerOnly ? ChatToolMode.None : null,
            AdditionalProperties = new AdditionalPropertiesDictionary { [ModelRequestProperties.IdempotencyKey] = idempotencyKey },
        };
    }

    private static string? InstructionsOf(AgentDefinition agent, ModelCallRequest request)
    {
        var parts = new[] { agent.Instructions, request.Reminder }.Where(part => !string.IsNullOrEmpty(part));
        var instructions = string.Join("\n\n", parts);
        return instructions.Length == 0 ? null : instructions;
    }
}
