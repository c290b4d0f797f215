using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>A tool call that ended: what the model reads, and what the run's record says.</summary>
internal sealed record FinishedCall(FunctionResultContent Result, AgentToolCall Record)
{
    public static FinishedCall Of(ToolCallPlan plan, ToolCallOutcome outcome, JsonElement value, string? decidedBy = null) =>
        new(new FunctionResultContent(plan.CallId, value), new AgentToolCall(plan.CallId, plan.Tool, outcome, decidedBy));

    /// <summary>A call that gave no result: the model reads an object with the property "error".</summary>
    public static FinishedCall Error(ToolCallPlan plan, ToolCallOutcome outcome, string message, string? decidedBy = null) => Of(plan, outcome, ToolResultText.Error(message), decidedBy);
}
