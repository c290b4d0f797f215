namespace Holdfast.Protocol;

/// <summary>Options of a pending activity to change; what is null stays as it is.</summary>
public sealed record ActivityOptionsChange
{
    /// <summary>Where its next attempts wait.</summary>
    public string? TaskQueue { get; init; }

    /// <summary>Limit over all attempts, counted from when it was scheduled.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for a worker.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Limit of one attempt, also of one that runs.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>How failed attempts are retried.</summary>
    public RetryPolicy? RetryPolicy { get; init; }
}
