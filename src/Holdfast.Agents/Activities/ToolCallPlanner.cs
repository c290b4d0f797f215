using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Decides about the tool calls of a response.</summary>
internal sealed class ToolCallPlanner
{
    public IReadOnlyList<ToolCallPlan> Plan(RegisteredAgent agent, IEnumerable<FunctionCallContent> calls) => [.. calls.Select((call, index) => Plan(agent, call, index))];

    private static ToolCallPlan Plan(RegisteredAgent agent, FunctionCallContent call, int index)
    {
        if (index >= AgentLimits.MaxToolCallsPerStep)
        {
            return Refusal(call, $"This call was not made: one response may call at most {AgentLimits.MaxToolCallsPerStep} tools.");
        }

        if (agent.FindTool(call.Name) is not { } tool)
        {
            return Refusal(call, UnknownTool(agent, call.Name));
        }

        if (UnreadableArguments(call) is { } unreadable)
        {
            return Refusal(call, unreadable);
        }

        var arguments = ToolArguments.ToJson(call.Arguments);
        return ToolArguments.FindProblem(tool.Function.JsonSchema, arguments) is { } problem
            ? Refusal(call, $"The arguments do not fit the tool's schema: {problem} The tool was not called.")
            : Acceptance(agent, tool, call, arguments);
    }

    private static ToolCallPlan Acceptance(RegisteredAgent agent, AgentTool tool, FunctionCallContent call, JsonElement arguments)
    {
        var mustAsk = tool.MustBeApproved(new ToolCallFacts(agent.Definition.Name, tool.Name, arguments));
        var options = tool.Options.EffectiveCall;
        return new ToolCallPlan
        {
            CallId = call.CallId,
            Tool = call.Name,
            Verdict = mustAsk ? ToolCallVerdict.AskFirst : ToolCallVerdict.Invoke,
            Options = options == CallOptions.ToolDefaults ? null : options,
        };
    }

    private static ToolCallPlan Refusal(FunctionCallContent call, string problem) =>
        new() { CallId = call.CallId, Tool = call.Name, Verdict = ToolCallVerdict.Refuse, Problem = problem };

    private static string UnknownTool(RegisteredAgent agent, string name)
    {
        var known = agent.Definition.Tools.Count == 0 ? "There are no tools." : $"The tools are: {string.Join(", ", agent.Definition.Tools.Select(tool => tool.Name))}.";
        return $"There is no tool named '{name}'. {known}";
    }

    private static string? UnreadableArguments(FunctionCallContent call)
    {
        if (call.AdditionalProperties?.TryGetValue(ModelRequestProperties.RawArguments, out object? raw) == true)
        {
            return $"The arguments are not valid JSON, so the tool was not called. They were: {raw}";
        }

        return call.Exception is null ? null : "The arguments could not be read, so the tool was not called. Send a JSON object that fits the tool's schema.";
    }
}
