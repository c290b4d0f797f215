using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Holdfast.Agents;

/// <summary>Makes model calls: one activity for each.</summary>
/// <remarks>
/// Idempotency: every attempt at a call gives the chat client the same key in <see cref="ModelRequestProperties.IdempotencyKey"/>. Errors: a failure that the
/// <see cref="IModelFailureClassifier"/> holds for final is not retried; a provider's wish for a delay is honoured.
/// </remarks>
public sealed class ModelActivities
{
    private readonly AgentRegistry _agents;
    private readonly ModelDirectory _models;
    private readonly ToolCallPlanner _planner;
    private readonly IModelFailureClassifier _classifier;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    /// <summary>Takes what it needs from the host's services, where <see cref="AgentServiceCollectionExtensions.AddAgents"/> put it.</summary>
    public ModelActivities(IServiceProvider services)
    {
        _agents = services.GetRequiredService<AgentRegistry>();
        _models = services.GetRequiredService<ModelDirectory>();
        _planner = services.GetRequiredService<ToolCallPlanner>();
        _classifier = services.GetService<IModelFailureClassifier>() ?? new DefaultModelFailureClassifier();
        _timeProvider = services.GetRequiredService<TimeProvider>();
        _logger = AgentLog.LoggerFor<ModelActivities>(services);
    }

    /// <summary>Calls the agent's model once.</summary>
    /// <exception cref="ApplicationFailureException">The call failed.</exception>
    [Activity]
    public async Task<ModelCallResult> CallModelAsync(ModelCallRequest request, CancellationToken cancellationToken = default)
    {
        var agent = _agents.Find(request.Agent);
        var client = _models.Get(agent.Definition.Model);
        using var heartbeat = ActivityHeartbeat.Begin(_timeProvider);
        var response = await CallAsync(agent, client, request, cancellationToken);
        var messages = ResponseNormalizer.Normalize(request, response.Messages);
        return new ModelCallResult
        {
            Messages = messages,
            FinishReason = response.FinishReason?.Value,
            ModelId = response.ModelId,
            Usage = AgentUsage.OfCall(response.Usage),
            Calls = _planner.Plan(agent, ResponseNormalizer.CallsOf(messages)),
        };
    }

    private async Task<ChatResponse> CallAsync(RegisteredAgent agent, IChatClient client, ModelCallRequest request, CancellationToken cancellationToken)
    {
        var options = ModelRequestOptions.Create(agent, request, ActivityContext.Current.Info.IdempotencyKey);
        try
        {
            return await client.GetResponseAsync(request.Messages, options, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            AgentLog.ModelCallFailed(_logger, agent.Definition.Name, agent.Definition.Model, request.Step, ActivityContext.Current.Info.Attempt, exception);
            throw ModelCallFailure.Of(agent.Definition.Model, exception, _classifier.Classify(exception));
        }
    }
}
