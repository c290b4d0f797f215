using Holdfast.Definitions;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast;

/// <summary>What activity code can ask about its attempt and report of it.</summary>
/// <remarks>Follows the activity's code through awaits and into the tasks that it starts. Threading: safe from any thread.</remarks>
public abstract class ActivityContext
{
    private static readonly AsyncLocal<ActivityContext?> Ambient = new();

    /// <summary>The context of the activity attempt that this code belongs to.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotInActivity"/> outside an activity attempt.</exception>
    public static ActivityContext Current => Ambient.Value ?? Missing();

    /// <summary>True while an activity attempt is under way.</summary>
    public static bool HasCurrent => Ambient.Value is not null;

    /// <summary>The attempt.</summary>
    public abstract ActivityInfo Info { get; }

    /// <summary>Canceled when the attempt should stop; <see cref="CancelReason"/> says why.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Why the attempt should stop; null while it need not.</summary>
    public abstract ActivityCancelReason? CancelReason { get; }

    /// <summary>Canceled when the worker begins to stop, before the attempts that are still under way are canceled.</summary>
    public abstract CancellationToken WorkerShutdownToken { get; }

    /// <summary>A logger whose scope names workflow, run and attempt.</summary>
    public abstract ILogger Logger { get; }

    /// <summary>Makes counters, histograms and gauges for activity code, tagged with namespace, task queue, workflow type and activity type. They are on the meter <see cref="HoldfastMeter.UserCodeName"/>.</summary>
    public virtual MetricMeter MetricMeter => MetricMeter.None;

    /// <summary>Details of the last heartbeat of the attempts before.</summary>
    public abstract FailureDetails LastHeartbeatDetails { get; }

    /// <summary>
    /// Says that the attempt is alive. Sent at most every 0.8 × heartbeat timeout (60 s at most, 30 s when there is none), the newest details winning; they are
    /// kept for the next attempt. A cancellation reaches the attempt with the answer.
    /// </summary>
    public abstract void Heartbeat(params IReadOnlyList<object?> details);

    /// <summary>Reads a detail of the last heartbeat of the attempts before.</summary>
    /// <param name="index">Position, from 0.</param>
    /// <returns>The value, or the default when there is none at that position.</returns>
    public T? HeartbeatDetails<T>(int index = 0) => index < LastHeartbeatDetails.Count ? LastHeartbeatDetails.Get<T>(index) : default;

    /// <summary>Stores a large value beside the history, read from the stream's position to its end in pieces. Return the blob, or a value that contains it.</summary>
    /// <remarks>It is durable when this returns. A later attempt that stores the same content stores nothing new.</remarks>
    /// <param name="content">The content; not disposed.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.BlobStoreMissing"/>, <see cref="ErrorCodes.BlobStoreFailed"/> or <see cref="ErrorCodes.LimitExceeded"/>.</exception>
    public virtual Task<Blob> CreateBlobAsync(Stream content, CancellationToken cancellationToken = default) => BlobAccess.CreateAsync(null, content, cancellationToken);

    /// <summary>Opens a blob for reading, once and forwards.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A stream to dispose.</returns>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.BlobStoreMissing"/>, <see cref="ErrorCodes.BlobStoreFailed"/> or <see cref="ErrorCodes.BlobNotFound"/>.</exception>
    public virtual Task<Stream> OpenBlobAsync(Blob blob, CancellationToken cancellationToken = default) => BlobAccess.OpenAsync(null, blob, cancellationToken);

    /// <summary>Makes this the context of the calling code and of what it starts.</summary>
    protected void Enter() => Ambient.Value = this;

    private static ActivityContext Missing() =>
        throw new HoldfastException(ErrorCodes.NotInActivity, "ActivityContext.Current is there only while a worker runs the activity. Activity code that must also run elsewhere asks ActivityContext.HasCurrent first.");
}
