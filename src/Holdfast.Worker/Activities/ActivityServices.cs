using Holdfast.Definitions;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>What every attempt of a worker shares.</summary>
/// <param name="service">Where attempts report and heartbeats go; null for local activities.</param>
/// <param name="endedLocally">Takes the ends of local activities; null for others.</param>
/// <param name="options">Limits and services.</param>
/// <param name="shutdownToken">Canceled when the worker begins to stop.</param>
internal sealed class ActivityServices(IWorkflowService? service, Action<ActivityTask, ActivityOutcome>? endedLocally, ActivityTaskHandlerOptions options, CancellationToken shutdownToken)
{
    public IWorkflowService? Service => service;

    public Action<ActivityTask, ActivityOutcome>? EndedLocally => endedLocally;

    public ActivityTaskHandlerOptions Options => options;

    public CancellationToken ShutdownToken => shutdownToken;

    public ILogger Logger { get; } = options.LoggerFactory.CreateLogger<ActivityTaskHandler>();

    public PayloadSizeCheck PayloadSizes { get; } = new(options.PayloadLimits, options.LoggerFactory.CreateLogger<ActivityTaskHandler>());

    public OutcomeReporter? Reporter { get; } = service is null ? null : new(service, options);

    public InstanceSource Instances { get; } = new(options.ScopeFactory);
}
