using System.Diagnostics.Metrics;
using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>The attempt that an <see cref="ActivityEnvironment"/> stands for.</summary>
public sealed record ActivityEnvironmentOptions
{
    /// <summary>The attempt, from 1. Default 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The activity type. Default "Activity".</summary>
    public string ActivityType { get; init; } = "Activity";

    /// <summary>The activity's ID. Default "1".</summary>
    public string ActivityId { get; init; } = "1";

    /// <summary>The namespace. Default "default".</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>The workflow ID. Default "workflow".</summary>
    public string WorkflowId { get; init; } = "workflow";

    /// <summary>The workflow type. Default "Workflow".</summary>
    public string WorkflowType { get; init; } = "Workflow";

    /// <summary>The run. With the activity's event it makes the idempotency key. Default: 00000000-0000-7000-8000-000000000001.</summary>
    public RunId RunId { get; init; } = new(new Guid("00000000-0000-7000-8000-000000000001"));

    /// <summary>The event that scheduled the activity. Default 5.</summary>
    public long ScheduledEventId { get; init; } = 5;

    /// <summary>The task queue. Default "default".</summary>
    public string TaskQueue { get; init; } = "default";

    /// <summary>Details of the last heartbeat of the attempts before. Default: none.</summary>
    public IReadOnlyList<object?> HeartbeatDetails { get; init; } = [];

    /// <summary>Where blobs are kept. Default: in memory, anew for each environment.</summary>
    public IBlobStore? BlobStore { get; init; } = new DiskBlobStore(new MemoryDisk());

    /// <summary>Makes the meter of <see cref="ActivityContext.MetricMeter"/>. Default: none, nothing is measured.</summary>
    public IMeterFactory? MeterFactory { get; init; }

    /// <summary>When activity and attempt began. Default: 2030-01-01T00:00:00Z.</summary>
    public DateTimeOffset StartTime { get; init; } = VirtualTimeProvider.DefaultStart;

    /// <summary>Limit of the attempt. Default 5 minutes; nothing enforces it.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Limit over all attempts. Default none; nothing enforces it.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats. Default none; nothing enforces it.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }
}
