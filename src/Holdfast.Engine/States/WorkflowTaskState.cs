using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>
/// The one workflow task of a run that waits or runs. A second or later attempt is transient and one that only carries updates is speculative: their
/// scheduled and started events are written when they complete, and their start is volatile.
/// </summary>
public sealed class WorkflowTaskState
{
    internal WorkflowTaskState(long scheduledEventId, int attempt, DateTimeOffset scheduledTime)
    {
        ScheduledEventId = scheduledEventId;
        Attempt = attempt;
        ScheduledTime = scheduledTime;
        FirstScheduledTime = scheduledTime;
        NextAttemptTime = scheduledTime;
    }

    /// <summary>The attempt, from 1.</summary>
    public int Attempt { get; }

    /// <summary>The WorkflowTaskScheduled event it has, or would have if it started now, when that is not written yet.</summary>
    public long ScheduledEventId { get; }

    /// <summary>The WorkflowTaskStarted event it has, or will have when that is not written yet; 0 until it starts.</summary>
    public long StartedEventId { get; internal set; }

    /// <summary>When it was scheduled.</summary>
    public DateTimeOffset ScheduledTime { get; }

    /// <summary>Volatile: when the first of the tasks was scheduled that, up to this one, did nothing but wait for local activities.</summary>
    public DateTimeOffset FirstScheduledTime { get; internal set; }

    /// <summary>From when on it may start; later than <see cref="ScheduledTime"/> while it backs off.</summary>
    public DateTimeOffset NextAttemptTime { get; internal init; }

    /// <summary>When a worker took it; null until then.</summary>
    public DateTimeOffset? StartedTime { get; internal set; }

    /// <summary>True while a worker is at it.</summary>
    public bool IsStarted => StartedTime is not null;

    /// <summary>True for a second or later attempt in a row.</summary>
    public bool IsTransient => Attempt > 1;

    /// <summary>True for a task that only carries updates; volatile altogether.</summary>
    public bool IsSpeculative { get; internal init; }

    /// <summary>Speculative and not started: when it is made durable.</summary>
    public DateTimeOffset? ScheduleToStartDueTime { get; internal init; }

    /// <summary>The worker, once started.</summary>
    public string Identity { get; internal set; } = string.Empty;

    /// <summary>Idempotence key of the poll that started it.</summary>
    public string RequestId { get; internal set; } = string.Empty;

    /// <summary>Why the attempt before failed; null for a first attempt.</summary>
    public Failure? LastFailure { get; internal init; }

    /// <summary>The kind of that failure; unspecified when the attempt timed out.</summary>
    public WorkflowTaskFailedCause LastFailedCause { get; internal init; }

    /// <summary>Volatile: true once WorkflowTaskReady was emitted.</summary>
    public bool IsOffered { get; internal set; }

    /// <summary>
    /// Volatile: the scheduled and started events of a started task whose events are not in history yet. A worker is to be given them behind the history's;
    /// they will be recorded exactly so if the task completes.
    /// </summary>
    public IReadOnlyList<HistoryEvent> UnwrittenEvents { get; internal set; } = [];
}
