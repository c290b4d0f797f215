using System.Globalization;
using Holdfast.Agents;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Simulation;

/// <summary>The tools of the agents, and the agents. What tools do outside is counted by the keys that the library gives them.</summary>
internal static class AgentTools
{
    /// <summary>A tool that works.</summary>
    public const string Measure = "measure";

    /// <summary>A tool whose first attempt fails.</summary>
    public const string Flaky = "flaky";

    /// <summary>A tool that needs an approval.</summary>
    public const string Blast = "blast";

    /// <summary>Model calls that each agent may make for one user message.</summary>
    public const int MaxSteps = 4;

    /// <summary>The model of all agents.</summary>
    public const string Model = "scripted";

    private static readonly CallOptions UntilItSucceeds = CallOptions.ToolDefaults with { RetryPolicy = Protocol.RetryPolicy.Default };

    /// <summary>The agents: one makes its tool calls one by one, the other all at the same time.</summary>
    public static IReadOnlyList<AgentDefinition> Agents { get; } = [Agent("first") with { MaxParallelToolCalls = 1 }, Agent("second")];

    /// <summary>How the workflow's effects are counted.</summary>
    public static string CounterOf(string workflowId, string callId) => $"{workflowId} {callId}";

    private static AgentDefinition Agent(string name) => new()
    {
        Name = name,
        Model = Model,
        MaxSteps = MaxSteps,
        Tools =
        [
            new AgentTool(AIFunctionFactory.Create(UseAsync, Measure), new ToolOptions { Call = UntilItSucceeds }),
            new AgentTool(AIFunctionFactory.Create(UseFlakyAsync, Flaky)),
            new AgentTool(AIFunctionFactory.Create(UseAsync, Blast), new ToolOptions { NeedsApproval = true, Call = UntilItSucceeds }),
        ],
    };

    private static async Task<string> UseAsync(int value, AIFunctionArguments arguments)
    {
        var outside = arguments.Services!.GetRequiredService<Outside>();
        var context = ToolContext.Of(arguments)!;
        outside.Bill.Begin(context.WorkflowId, (2 * TurnOf(context.CallId)) + 1, ActivityContext.Current.Info.Activity);
        if (context.Tool == Blast)
        {
            outside.Approvals.Use(context.WorkflowId, context.CallId, value);
        }

        await Task.Yield();
        outside.Count(CounterOf(context.WorkflowId, context.CallId), context.IdempotencyKey);
        await Task.Yield();
        return string.Create(CultureInfo.InvariantCulture, $"{context.Tool} {value}");
    }

    private static async Task<string> UseFlakyAsync(int value, AIFunctionArguments arguments)
    {
        if (arguments.Services!.GetRequiredService<Outside>().Attempt(ToolContext.Of(arguments)!.IdempotencyKey) == 1)
        {
            throw new InvalidOperationException("not yet");
        }

        return await UseAsync(value, arguments);
    }

    /// <summary>The call IDs of the scripted model say which answer of the model made the call.</summary>
    private static int TurnOf(string callId) => int.Parse(callId.Split('_')[1], CultureInfo.InvariantCulture);
}
