using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How an activity is run. What is null comes from the activity's attribute, then from the default named.</summary>
public sealed record ActivityOptions
{
    /// <summary>Limit of one attempt. Default 5 minutes, unless <see cref="ScheduleToCloseTimeout"/> is given.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Limit over all attempts. Default: none; where the run has a timeout, no attempt begins longer after the activity was scheduled than that.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for a worker. Default: none.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Longest silence between heartbeats. Default: none expected.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>How failed attempts are retried. Default: <see cref="RetryPolicy.Default"/>.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Task queue. Default: the workflow's.</summary>
    public string? TaskQueue { get; init; }

    /// <summary>The activity's ID, unique among the run's pending activities. Default: a number.</summary>
    public string? ActivityId { get; init; }

    /// <summary>What happens when the workflow cancels it. Default <see cref="ActivityCancellationType.TryCancel"/>.</summary>
    public ActivityCancellationType CancellationType { get; init; } = ActivityCancellationType.TryCancel;

    /// <summary>Cancels the activity. Default: the workflow's own token.</summary>
    public CancellationToken? CancellationToken { get; init; }

    /// <summary>Which tasks of the task queue come first. What it leaves open, and null, is the workflow's.</summary>
    public Priority? Priority { get; init; }

    /// <summary>
    /// Activities with the same key are counted together by <see cref="TaskQueueLimits.MaxConcurrentActivitiesPerKey"/> of their task queue; above the limit they wait. At most
    /// 1,000 bytes of UTF-8. Default: not counted.
    /// </summary>
    public string? ConcurrencyKey { get; init; }

    /// <summary>A line for people, at most 400 bytes.</summary>
    public string? Summary { get; init; }
}
