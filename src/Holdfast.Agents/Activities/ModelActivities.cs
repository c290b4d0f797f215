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
    private readonly AgentRegistry agents;
    private readonly ModelDirectory models;
    private readonly ToolCallPlanner planner;
    private readonly IModelFailureClassifier classifier;
    private readonly TimeProvider timeProvider;
    private readonly ILogger logger;

    /// <summary>Takes what it needs from the host's services, where <see cref="AgentServiceCollectionExtensions.AddAgents"/> put it.</summary>
    public ModelActivities(IServiceProvider services)
    {
        agents = services.GetRequiredService<AgentRegistry>();
        models = services.GetRequiredService<ModelDirectory>();
        planner = services.GetRequiredService<ToolCallPlanner>();
        classifier = services.GetService<IModelFailureClassifier>() ?? new DefaultModelFailureClassifier();
        timeProvider = services.GetRequiredService<TimeProvider>();
        logger = AgentLog.LoggerFor<ModelActivities>(services);
    }

    /// <summary>Calls the agent's model once.</summary>
    /// <exception cref="ApplicationFailureException">The call failed.</exception>
    [Activity]
    public async Task<ModelCallResult> CallModelAsync(ModelCallRequest request, CancellationToken cancellationToken = default)
    {
        var agent = agents.Find(request.Agent);
        var client = models.Get(agent.Definition.Model);
        using var heartbeat = ActivityHeartbeat.Begin(timeProvider);
        var response = await CallAsync(agent, client, request, cancellationToken);
        var messages = ResponseNormalizer.Normalize(request, response.Messages);
        return new ModelCallResult
        {
            Messages = messages,
            FinishReason = response.FinishReason?.Value,
            ModelId = response.ModelId,
            Usage = AgentUsage.OfCall(response.Usage),
            Calls = planner.Plan(agent, ResponseNormalizer.CallsOf(messages)),
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
            AgentLog.ModelCallFailed(logger, agent.Definition.Name, agent.Definition.Model, request.Step, ActivityContext.Current.Info.Attempt, exception);
            throw ModelCallFailure.Of(agent.Definition.Model, exception, classifier.Classify(exception));
        }
    }
}
