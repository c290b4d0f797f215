using Holdfast.Definitions;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>What every attempt of a worker shares.</summary>
internal sealed class ActivityServices(IWorkflowService service, ActivityTaskHandlerOptions options, CancellationToken shutdownToken)
{
    public IWorkflowService Service => service;

    public ActivityTaskHandlerOptions Options => options;

    public CancellationToken ShutdownToken => shutdownToken;

    public ILogger Logger { get; } = options.LoggerFactory.CreateLogger<ActivityTaskHandler>();

    public PayloadSizeCheck PayloadSizes { get; } = new(options.PayloadLimits, options.LoggerFactory.CreateLogger<ActivityTaskHandler>());

    public OutcomeReporter Reporter { get; } = new(service, options);

    public InstanceSource Instances { get; } = new(options.ScopeFactory);
}
