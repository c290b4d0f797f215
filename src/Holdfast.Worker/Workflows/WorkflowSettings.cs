using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>What every run of a worker shares.</summary>
internal sealed class WorkflowSettings
{
    public required IDataConverter DataConverter { get; init; }

    public required ILoggerFactory LoggerFactory { get; init; }

    public required ILogger Logger { get; init; }

    public required PayloadSizeCheck PayloadSizes { get; init; }

    /// <summary>Measures what is never moved to the blob store.</summary>
    public required PayloadSizeCheck InlineSizes { get; init; }

    public required FailurePolicy FailurePolicy { get; init; }

    /// <summary>Decides about patches that code comes to for the first time; null when all are taken.</summary>
    public Func<PatchActivation, bool>? PatchActivation { get; init; }

    /// <summary>Runs local activities; null where nothing but replay is wanted.</summary>
    public LocalActivityHandler? LocalActivities { get; init; }

    /// <summary>What stands around the code of runs.</summary>
    public required IReadOnlyList<IWorkerInterceptor> Interceptors { get; init; }

    /// <summary>Measures what workflow code measures; null when nothing does.</summary>
    public UserMeter? UserMeter { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Runs whose next attempt is watched for forbidden calls.</summary>
    public SuspectRuns Suspects { get; } = new();

    /// <summary>Called, from any thread, when foreign work touched a run.</summary>
    public required Action<WorkflowKey, RunId> ForeignContinuation { get; init; }
}
