using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A local activity that workflow code asks for.</summary>
internal sealed record LocalActivityRequest
{
    public required WorkflowKey Workflow { get; init; }

    public required RunId RunId { get; init; }

    public required string WorkflowType { get; init; }

    public required string TaskQueue { get; init; }

    /// <summary>Its number among the run's activities.</summary>
    public required int Seq { get; init; }

    /// <summary>The number of its first attempts; another than <see cref="Seq"/> after a wait by a durable timer.</summary>
    public required int FirstSeq { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityType { get; init; }

    public required Payloads Input { get; init; }

    /// <summary>What goes along to the activity's interceptors, encoded.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>The attempt to begin with, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the first attempt was asked for, by the worker's clock; null when this is the first.</summary>
    public DateTimeOffset? OriginalScheduleTime { get; init; }

    /// <summary>The workflow's time when it was asked for.</summary>
    public required DateTimeOffset WorkflowTime { get; init; }

    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    public TimeSpan? ScheduleToStartTimeout { get; init; }

    public TimeSpan? StartToCloseTimeout { get; init; }

    public required RetryPolicy RetryPolicy { get; init; }

    public required TimeSpan LocalRetryThreshold { get; init; }

    /// <summary>Its end by cancellation, before or without that of its code.</summary>
    public LocalActivityMarker Canceled() => new()
    {
        Seq = Seq,
        Attempt = Attempt,
        ActivityId = ActivityId,
        ActivityType = ActivityType,
        OriginalScheduleTime = OriginalScheduleTime,
        Failure = new Failure { Message = $"Local activity '{ActivityType}' was canceled.", Info = new FailureInfo.Canceled(Payloads.Empty) },
    };
}
