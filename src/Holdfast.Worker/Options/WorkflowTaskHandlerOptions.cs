using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Worker;

/// <summary>What a <see cref="WorkflowTaskHandler"/> needs beside the workflows.</summary>
public sealed record WorkflowTaskHandlerOptions
{
    /// <summary>Default of <see cref="CachedRuns"/>.</summary>
    public const int DefaultCachedRuns = 10_000;

    /// <summary>Most runs whose code state is kept. Default 10,000; 0 (each task replays its history) to 10,000,000.</summary>
    public int CachedRuns { get; init; } = DefaultCachedRuns;

    /// <summary>Longest time that workflow code may run without a wait. Default 2 seconds; more than zero, or <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Not enforced while a debugger is attached.</summary>
    public TimeSpan DeadlockTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Exception types (and their subtypes) that end the workflow when its code throws them, beside failures and cancellations. Default: none.</summary>
    public IReadOnlyList<Type> WorkflowFailureTypes { get; init; } = [];

    /// <summary>Decides whether a run takes the new way of a patch; see <see cref="WorkerOptions.PatchActivation"/>. Default: every patch is taken.</summary>
    public Func<PatchActivation, bool>? PatchActivation { get; init; }

    /// <summary>Runs the local activities of the workflows. Default: none; they are asked for and never begin, as befits a replay.</summary>
    public LocalActivityHandler? LocalActivities { get; init; }

    /// <summary>Converts arguments and results. Default: JSON.</summary>
    public IDataConverter DataConverter { get; init; } = JsonDataConverter.Default;

    /// <summary>What stands around the code of every run, the first outermost. Default: nothing.</summary>
    public IReadOnlyList<IWorkerInterceptor> Interceptors { get; init; } = [];

    /// <summary>How large what is sent may be. Default: <see cref="PayloadLimits.Default"/>.</summary>
    public PayloadLimits PayloadLimits { get; init; } = PayloadLimits.Default;

    /// <summary>Moves large payloads of commands away, so that they do not count for the limits; null when they stay.</summary>
    internal ExternalPayloads? External { get; init; }

    /// <summary>Makes the loggers of the worker and of workflow code. Default: none.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The clock of the deadlock detection. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where the use of the cache is measured; null when it is not.</summary>
    internal CacheInstruments? CacheInstruments { get; init; }

    /// <summary>Measures what workflow code measures; null when nothing does.</summary>
    internal UserMeter? UserMeter { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> naming the property.</exception>
    public void Validate()
    {
        if (CachedRuns is < 0 or > 10_000_000)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"CachedRuns is {CachedRuns}; it must be 0 to 10,000,000.");
        }

        if (DeadlockTimeout <= TimeSpan.Zero && DeadlockTimeout != Timeout.InfiniteTimeSpan)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"DeadlockTimeout is {DeadlockTimeout}; it must be more than zero, or infinite.");
        }
    }
}
