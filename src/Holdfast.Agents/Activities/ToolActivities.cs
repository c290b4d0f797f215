using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Holdfast.Agents;

/// <summary>Makes tool calls: one activity for each. A tool gets a service scope of its own for each attempt, and a <see cref="ToolContext"/>.</summary>
public sealed class ToolActivities
{
    private readonly AgentRegistry _agents;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    /// <summary>Takes what it needs from the host's services, where <see cref="AgentServiceCollectionExtensions.AddAgents"/> put it.</summary>
    public ToolActivities(IServiceProvider services)
    {
        _agents = services.GetRequiredService<AgentRegistry>();
        _scopes = services.GetRequiredService<IServiceScopeFactory>();
        _timeProvider = services.GetRequiredService<TimeProvider>();
        _logger = AgentLog.LoggerFor<ToolActivities>(services);
    }

    /// <summary>Invokes a tool once.</summary>
    [Activity]
    public async Task<ToolCallResult> InvokeToolAsync(ToolCallRequest request, CancellationToken cancellationToken = default)
    {
        var tool = _agents.Find(request.Agent).GetTool(request.Tool);
        if (ToolArguments.FindProblem(tool.Function.JsonSchema, request.Arguments) is { } problem)
        {
            throw ToolFailure.ForModel($"The arguments do not fit the tool's schema: {problem} The tool was not called.", isRetryable: false);
        }

        using var heartbeat = ActivityHeartbeat.Begin(_timeProvider);
        var scope = _scopes.CreateAsyncScope();
        await using (scope)
        {
            var value = await InvokeAsync(tool, request, scope.ServiceProvider, cancellationToken);
            return new ToolCallResult(value);
        }
    }

    private async Task<JsonElement> InvokeAsync(AgentTool tool, ToolCallRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        var context = new ToolContext(request, ActivityContext.Current.Info);
        var arguments = ToolArguments.FromJson(request.Arguments);
        arguments.Services = services;
        context.AddTo(arguments);
        using var current = context.Enter();
        try
        {
            return ToolResultJson.Of(await tool.Function.InvokeAsync(arguments, cancellationToken), tool.Function);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            AgentLog.ToolCallFailed(_logger, request.Agent, request.Tool, request.CallId, context.Attempt, exception);
            throw ToolFailure.Of(tool, exception);
        }
    }
}
