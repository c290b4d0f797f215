using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How a local activity is run. What is null comes from the activity's attribute, then from the default named.</summary>
public sealed record LocalActivityOptions
{
    /// <summary>Limit of one attempt. Default 5 minutes, unless <see cref="ScheduleToCloseTimeout"/> is given.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Limit over all attempts and the waits between them. Default: none.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for one of the worker's slots. Default: none.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>How failed attempts are retried. Default: <see cref="RetryPolicy.Default"/>.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Longest wait between two attempts that the worker does itself; a longer one becomes a durable timer. Default: the workflow task timeout.</summary>
    public TimeSpan? LocalRetryThreshold { get; init; }

    /// <summary>What happens when the workflow cancels it. Default <see cref="ActivityCancellationType.TryCancel"/>.</summary>
    public ActivityCancellationType CancellationType { get; init; } = ActivityCancellationType.TryCancel;

    /// <summary>Cancels the activity. Default: the workflow's own token.</summary>
    public CancellationToken? CancellationToken { get; init; }
}
