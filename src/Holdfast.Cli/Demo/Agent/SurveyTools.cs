using Holdfast.Agents;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Tools;
using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Cli.Demo.Agent;

/// <summary>The agent's tools. Those that read do so freely; the one that writes needs an approval.</summary>
internal static class SurveyTools
{
    // An attempt that is lost with its process counts as one. Reading changes nothing and writing the same report twice gives the same file, so there is no
    // number of attempts after which to give up.
    private static readonly CallOptions AsOftenAsNeeded = CallOptions.ToolDefaults with { RetryPolicy = RetryPolicy.Default };

    public static IReadOnlyList<AgentTool> Create(SurveyedFolder folder, CallWatch watch, TimeProvider timeProvider) =>
    [
        Tool(new ListFilesTool(folder, timeProvider).List, ListFilesTool.Name, ListFilesTool.Description, watch),
        Tool(new MeasureTool(folder, timeProvider).Measure, MeasureTool.Name, MeasureTool.Description, watch),
        Tool(new ReadFileTool(folder).Read, ReadFileTool.Name, ReadFileTool.Description, watch),
        Tool(new SearchTextTool(folder, timeProvider).Search, SearchTextTool.Name, SearchTextTool.Description, watch),
        Tool(new WriteReportTool(folder).WriteAsync, WriteReportTool.Name, WriteReportTool.Description, watch, needsApproval: true),
    ];

    private static AgentTool Tool(Delegate method, string name, string description, CallWatch watch, bool needsApproval = false)
    {
        var function = AIFunctionFactory.Create(method, new AIFunctionFactoryOptions { Name = name, Description = description, SerializerOptions = ToolJson.Default.Options });
        return new AgentTool(new ObservedFunction(new FileErrorFunction(function), watch), new ToolOptions { NeedsApproval = needsApproval, Call = AsOftenAsNeeded });
    }
}
