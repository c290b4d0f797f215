namespace Holdfast.Protocol;

/// <summary>What listing shows of a run of an activity that a client started.</summary>
public sealed record ActivityExecutionInfo
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The activity's ID.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The run.</summary>
    public required RunId RunId { get; init; }

    /// <summary>The activity type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>The task queue.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>The state.</summary>
    public required ActivityExecutionStatus Status { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset ScheduleTime { get; init; }

    /// <summary>When it closed; null while open.</summary>
    public DateTimeOffset? CloseTime { get; init; }

    /// <summary>From its start to its close; null while open.</summary>
    public TimeSpan? ExecutionDuration => CloseTime - ScheduleTime;

    /// <summary>Changes of its state that were recorded.</summary>
    public long StateTransitionCount { get; init; }

    /// <summary>Encoded size of what was recorded.</summary>
    public long StateSizeBytes { get; init; }

    /// <summary>Indexed attributes.</summary>
    public PayloadMap SearchAttributes { get; init; } = PayloadMap.Empty;
}
