using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Hosting;

/// <summary>How Holdfast is embedded in a host. Checked when the host starts.</summary>
public sealed class HoldfastOptions
{
    /// <summary>The folder that holds journal and settled store; made when it is not there. One process at a time may use it. Default ".holdfast" below the current folder.</summary>
    public string DataFolder { get; set; } = ".holdfast";

    /// <summary>True to keep everything in memory and to forget it when the host stops: for experiments and tests. Default false.</summary>
    public bool InMemory { get; set; }

    /// <summary>
    /// True to let the command line of the same user reach this host through a socket in the data folder (a Unix domain socket that only the owner may open;
    /// nothing listens on a network). Default true; without effect when everything is in memory.
    /// </summary>
    public bool ControlSocket { get; set; } = true;

    /// <summary>The namespace of client and worker, which is registered when it is not. Default "default".</summary>
    public string Namespace { get; set; } = "default";

    /// <summary>More namespaces that are registered when the host starts, when they are not. Default: none.</summary>
    public IList<string> Namespaces { get; } = [];

    /// <summary>The task queue that the worker serves. Default "default".</summary>
    public string TaskQueue { get; set; } = "default";

    /// <summary>Most activity attempts at a time. Default 100; 1 to 100,000.</summary>
    public int MaxConcurrentActivities { get; set; } = 100;

    /// <summary>
    /// Limits of the task queue: how many of its runs and activities go on at a time and how fast. They hold from the start of the engine on, unless a worker or a client
    /// gives others. Default: none.
    /// </summary>
    public TaskQueueLimits? TaskQueueLimits { get; set; }

    /// <summary>Runs whose code state the worker keeps in memory. Default 10,000; at least 1.</summary>
    public int CachedRuns { get; set; } = 10_000;

    /// <summary>Owner loops of the engine. Default: half the processors, at least 1. 1 to 64.</summary>
    public int Owners { get; set; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>How long activities may go on when the host stops, before they are canceled. Default zero.</summary>
    public TimeSpan ShutdownGracePeriod { get; set; } = TimeSpan.Zero;

    /// <summary>True to trace what client and worker do while somebody listens to the activity source <see cref="TracingInterceptor.SourceName"/>. Default true.</summary>
    public bool Tracing { get; set; } = true;

    /// <summary>
    /// What stands around the calls of the client and the work of the worker, the first outermost: each is an <see cref="IClientInterceptor"/>, an
    /// <see cref="IWorkerInterceptor"/>, or both. Those added with <see cref="HoldfastBuilder.AddInterceptor{T}"/> come after these. Default: none.
    /// </summary>
    public IList<object> Interceptors { get; } = [];

    /// <summary>How long closed runs are kept in namespaces that have no retention of their own, such as those that are named here. Default 30 days; at least 1 minute.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// True to remove blobs that no run has referred to for <see cref="BlobGracePeriod"/>. Default null: true for the blobs in the data folder, false for a store that
    /// was registered, because others may use it as well.
    /// </summary>
    public bool? SweepBlobs { get; set; }

    /// <summary>How long a blob is kept that no run refers to; see <see cref="Runtime.EngineOptions.BlobGracePeriod"/>. Default 24 hours; at least 1 minute.</summary>
    public TimeSpan BlobGracePeriod { get; set; } = TimeSpan.FromHours(24);
}
