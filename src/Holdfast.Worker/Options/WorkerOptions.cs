using System.Globalization;
using System.Reflection;
using System.Text;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>How a worker works.</summary>
public sealed record WorkerOptions
{
    /// <summary>Default of <see cref="MaxConcurrentActivities"/>.</summary>
    public const int DefaultMaxConcurrentActivities = 100;

    /// <summary>Default of <see cref="MaxConcurrentLocalActivities"/>.</summary>
    public const int DefaultMaxConcurrentLocalActivities = 100;

    /// <summary>Greatest length of <see cref="BuildId"/> in bytes of UTF-8.</summary>
    public const int MaximumBuildIdBytes = 1_000;

    /// <summary>Process ID and host name, such as 4711@web-3.</summary>
    public static readonly string DefaultIdentity = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}@{Environment.MachineName}");

    /// <summary>
    /// The entry assembly's module version ID, which each build of changed sources gives anew, such as 8b8e30ad9b1c4f5f8a2be1e8f0a4b1c3; empty where there is no
    /// entry assembly. It does not change when only a library that the entry assembly uses does: hosts whose workflows are in libraries name the build themselves.
    /// </summary>
    public static readonly string DefaultBuildId = Assembly.GetEntryAssembly()?.ManifestModule.ModuleVersionId.ToString("N") ?? string.Empty;

    /// <summary>The namespace. Default "default".</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>The task queue that it serves. Default "default".</summary>
    public string TaskQueue { get; init; } = "default";

    /// <summary>Its name in histories and descriptions. Default: process ID and host name.</summary>
    public string Identity { get; init; } = DefaultIdentity;

    /// <summary>
    /// The build of its code. Histories note the first workflow task of each build, and a run can be reset to there. At most 1,000 bytes of UTF-8; empty notes
    /// nothing. Default: <see cref="DefaultBuildId"/>.
    /// </summary>
    public string BuildId { get; init; } = DefaultBuildId;

    /// <summary>Most runs whose code state is kept. Default 10,000; 0 to 10,000,000.</summary>
    public int CachedRuns { get; init; } = WorkflowTaskHandlerOptions.DefaultCachedRuns;

    /// <summary>Most activity attempts at a time. Default 100; 1 to 100,000.</summary>
    public int MaxConcurrentActivities { get; init; } = DefaultMaxConcurrentActivities;

    /// <summary>Most activity attempts started per second at this worker; after a pause up to a second's worth at once. More than 0, at most 1,000,000; default no limit.</summary>
    public double? MaxActivitiesPerSecond { get; init; }

    /// <summary>Limits of the whole task queue, over all its workers; those of the worker that registered last hold, unless a client has set others. Default: says nothing about them.</summary>
    public TaskQueueLimits? TaskQueueLimits { get; init; }

    /// <summary>Most local activity attempts at a time. Default 100; 1 to 100,000.</summary>
    public int MaxConcurrentLocalActivities { get; init; } = DefaultMaxConcurrentLocalActivities;

    /// <summary>Longest time that workflow code may run without a wait. Default 2 seconds; more than zero, or <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan DeadlockTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long attempts may go on after the worker begins to stop, before they are canceled. Default: not at all.</summary>
    public TimeSpan ShutdownGracePeriod { get; init; } = TimeSpan.Zero;

    /// <summary>Exception types (and their subtypes) that end a workflow when its code throws them, beside failures and cancellations. Default: none.</summary>
    public IReadOnlyList<Type> WorkflowFailureTypes { get; init; } = [];

    /// <summary>
    /// Decides whether a run takes the new way of a patch that its code comes to for the first time; false keeps to the old way and records nothing, which holds for the
    /// rest of the run. Not asked during replay, of patches that the history has, or of deprecated ones. Called on the workflow's thread, where it may look at the run
    /// and not act; what it throws comes out of <see cref="Workflow.Patched"/>. Default: every patch is taken.
    /// </summary>
    public Func<PatchActivation, bool>? PatchActivation { get; init; }

    /// <summary>What stands around workflow code and activity attempts, the first outermost. Default: nothing.</summary>
    public IReadOnlyList<IWorkerInterceptor> Interceptors { get; init; } = [];

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> naming the property.</exception>
    public void Validate()
    {
        Requirement.That(Namespace.Length > 0, "WorkerOptions.Namespace is empty.");
        Requirement.That(TaskQueue.Length > 0, "WorkerOptions.TaskQueue is empty.");
        Requirement.That(Encoding.UTF8.GetByteCount(BuildId) <= MaximumBuildIdBytes, $"WorkerOptions.BuildId has more than {MaximumBuildIdBytes} bytes of UTF-8.");
        Requirement.That(MaxConcurrentActivities is >= 1 and <= 100_000, $"WorkerOptions.MaxConcurrentActivities is {MaxConcurrentActivities}; it must be 1 to 100,000.");
        Requirement.That(MaxConcurrentLocalActivities is >= 1 and <= 100_000, $"WorkerOptions.MaxConcurrentLocalActivities is {MaxConcurrentLocalActivities}; it must be 1 to 100,000.");
        Requirement.That(
            MaxActivitiesPerSecond is null or (> 0 and <= Protocol.TaskQueueLimits.MaximumRate),
            $"WorkerOptions.MaxActivitiesPerSecond is {MaxActivitiesPerSecond}; it must be more than 0 and at most {Protocol.TaskQueueLimits.MaximumRate}, or null for no limit.");
        TaskQueueLimits?.Validate();
        Requirement.That(Interceptors is not null && !Interceptors.Contains(null!), "WorkerOptions.Interceptors is null or has a null in it.");
        Requirement.That(ShutdownGracePeriod >= TimeSpan.Zero, $"WorkerOptions.ShutdownGracePeriod is {ShutdownGracePeriod}; it must be zero or more.");
    }
}
