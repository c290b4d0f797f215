using System.Diagnostics.Metrics;
using Holdfast.Interception;
using Holdfast.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Worker;

/// <summary>What an <see cref="ActivityTaskHandler"/> needs beside the activities.</summary>
public sealed record ActivityTaskHandlerOptions
{
    /// <summary>The worker's name in reports. Default: process ID and host name.</summary>
    public string Identity { get; init; } = WorkerOptions.DefaultIdentity;

    /// <summary>Converts arguments, results and details. Default: JSON.</summary>
    public IDataConverter DataConverter { get; init; } = JsonDataConverter.Default;

    /// <summary>Where blobs are kept. Default: nowhere, blobs cannot be used.</summary>
    public IBlobStore? BlobStore { get; init; }

    /// <summary>Which payloads lie in the blob store instead of the history. Default: those above 256 KiB, when there is a blob store.</summary>
    public ExternalPayloadOptions ExternalPayloads { get; init; } = ExternalPayloadOptions.Default;

    /// <summary>What stands around every attempt, the first outermost. Default: nothing.</summary>
    public IReadOnlyList<IWorkerInterceptor> Interceptors { get; init; } = [];

    /// <summary>How large what is sent may be. Default: <see cref="PayloadLimits.Default"/>.</summary>
    public PayloadLimits PayloadLimits { get; init; } = PayloadLimits.Default;

    /// <summary>Makes a scope for each attempt of an activity that needs an instance. Default: none, instances are made by their constructor without parameters.</summary>
    public IServiceScopeFactory? ScopeFactory { get; init; }

    /// <summary>Where attempts run. Default: the thread pool.</summary>
    public TaskScheduler Scheduler { get; init; } = TaskScheduler.Default;

    /// <summary>The clock of heartbeats, retries and the grace period. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Makes the meter of what is measured of attempts (<see cref="HoldfastMeter"/>). Default: a meter of the handler's own.</summary>
    public IMeterFactory? MeterFactory { get; init; }

    /// <summary>Makes the loggers of the worker and of activity code. Default: none.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>How long attempts may go on after the worker begins to stop, before they are canceled. Default: not at all.</summary>
    public TimeSpan ShutdownGracePeriod { get; init; } = TimeSpan.Zero;
}
