using Holdfast.Definitions;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Testing;

/// <summary>The context of an attempt that no worker runs: heartbeats are kept.</summary>
internal sealed class RecordingActivityContext(ActivityEnvironmentOptions options, ILogger logger, CancellationToken cancellation, CancellationToken shutdown) : ActivityContext
{
    private readonly Lock _gate = new();
    private readonly List<IReadOnlyList<object?>> _heartbeats = [];
    private int _cancelReason;

    public override ActivityInfo Info { get; } = new(new ActivityTask
    {
        Activity = new ActivityRef(new WorkflowKey(options.Namespace, options.WorkflowId), options.RunId, options.ScheduledEventId, options.Attempt),
        ActivityId = options.ActivityId,
        ActivityType = options.ActivityType,
        WorkflowType = options.WorkflowType,
        TaskQueue = options.TaskQueue,
        Input = Payloads.Empty,
        ScheduledTime = options.StartTime,
        StartedTime = options.StartTime,
        StartToCloseTimeout = options.StartToCloseTimeout,
        ScheduleToCloseTimeout = options.ScheduleToCloseTimeout,
        HeartbeatTimeout = options.HeartbeatTimeout,
    });

    public override CancellationToken CancellationToken => cancellation;

    public override ActivityCancelReason? CancelReason => Volatile.Read(ref _cancelReason) is var reason and not 0 ? (ActivityCancelReason)reason : null;

    public override CancellationToken WorkerShutdownToken => shutdown;

    public override ILogger Logger => logger;

    public override MetricMeter MetricMeter { get; } = options.MeterFactory is null ? MetricMeter.None : new MetricMeter(HoldfastMeter.CreateForUserCode(options.MeterFactory), [new(TelemetryTags.ActivityType, options.ActivityType)], isSilent: null);

    public override FailureDetails LastHeartbeatDetails { get; } = FailureDetails.Of(options.HeartbeatDetails);

    public Action<IReadOnlyList<object?>>? OnHeartbeat { get; set; }

    public IReadOnlyList<IReadOnlyList<object?>> Heartbeats
    {
        get
        {
            lock (_gate)
            {
                return [.. _heartbeats];
            }
        }
    }

    public override Task<Blob> CreateBlobAsync(Stream content, CancellationToken cancellationToken = default) => BlobAccess.CreateAsync(options.BlobStore, content, cancellationToken);

    public override Task<Stream> OpenBlobAsync(Blob blob, CancellationToken cancellationToken = default) => BlobAccess.OpenAsync(options.BlobStore, blob, cancellationToken);

    /// <summary>Makes this the context of the calling code.</summary>
    public void Begin() => Enter();

    public void NoteCancellation(ActivityCancelReason reason) => Interlocked.CompareExchange(ref _cancelReason, (int)reason, 0);

    public override void Heartbeat(params IReadOnlyList<object?> details)
    {
        lock (_gate)
        {
            _heartbeats.Add(details);
        }

        OnHeartbeat?.Invoke(details);
    }
}
