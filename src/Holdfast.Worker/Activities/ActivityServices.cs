using Holdfast.Definitions;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>What every attempt of a worker shares.</summary>
/// <param name="service">Where attempts report and heartbeats go; null for local activities.</param>
/// <param name="endedLocally">Takes the ends of local activities; null for others.</param>
/// <param name="options">Limits and services.</param>
/// <param name="shutdownToken">Canceled when the worker begins to stop.</param>
internal sealed class ActivityServices(IWorkflowService? service, Action<ActivityTask, ActivityOutcome>? endedLocally, ActivityTaskHandlerOptions options, CancellationToken shutdownToken) : IDisposable
{
    public IWorkflowService? Service => service;

    /// <summary>The engine's shorter way for reports; null when the service has none.</summary>
    public IActivityReports? Reports { get; } = service as IActivityReports;

    public Action<ActivityTask, ActivityOutcome>? EndedLocally => endedLocally;

    public ActivityTaskHandlerOptions Options => options;

    public CancellationToken ShutdownToken => shutdownToken;

    public AttemptInstruments Instruments { get; } = new(options.MeterFactory, options.TimeProvider, isLocal: service is null);

    public UserMeter UserMeter { get; } = new(options.MeterFactory);

    public ILogger Logger { get; } = options.LoggerFactory.CreateLogger<ActivityTaskHandler>();

    /// <summary>Moves large payloads into the blob store; null for local activities, whose results go no further than the workflow code beside them, and when there is no store.</summary>
    public ExternalPayloads? External { get; } = service is null ? null : ExternalPayloads.Of(options.BlobStore, options.ExternalPayloads);

    public PayloadSizeCheck PayloadSizes { get; } = new(options.PayloadLimits, options.LoggerFactory.CreateLogger<ActivityTaskHandler>(), ExternalPayloads.Of(options.BlobStore, options.ExternalPayloads));

    public OutcomeReporter? Reporter { get; } = service is null ? null : new(service, options);

    public InstanceSource Instances { get; } = new(options.ScopeFactory);

    /// <inheritdoc/>
    public void Dispose()
    {
        Instruments.Dispose();
        UserMeter.Dispose();
    }
}
