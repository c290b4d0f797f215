using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>Timeouts and retries of the activity that makes a model call or a tool call.</summary>
public sealed record CallOptions
{
    /// <summary>Attempts at a tool call, the first included, unless the tool says otherwise: 3.</summary>
    public const int DefaultToolAttempts = 3;

    /// <summary>Default of <see cref="HeartbeatTimeout"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultHeartbeatTimeout = TimeSpan.FromSeconds(30);

    /// <summary>For model calls: 15 minutes for an attempt, retried without limit unless the failure says that no retry can help.</summary>
    public static readonly CallOptions ModelDefaults = new() { StartToCloseTimeout = TimeSpan.FromMinutes(15) };

    /// <summary>For tool calls: 5 minutes for an attempt, 3 attempts.</summary>
    public static readonly CallOptions ToolDefaults = new()
    {
        StartToCloseTimeout = TimeSpan.FromMinutes(5),
        RetryPolicy = RetryPolicy.Default with { MaximumAttempts = DefaultToolAttempts },
    };

    /// <summary>Limit of one attempt. More than zero.</summary>
    public required TimeSpan StartToCloseTimeout { get; init; }

    /// <summary>Limit over all attempts. Default: none.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>After which silence an attempt's worker counts as lost. Heartbeats are sent by themselves. Default 30 seconds; more than zero.</summary>
    public TimeSpan HeartbeatTimeout { get; init; } = DefaultHeartbeatTimeout;

    /// <summary>How failed attempts are retried. Default: <see cref="RetryPolicy.Default"/>.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Task queue. Default: the workflow's.</summary>
    public string? TaskQueue { get; init; }

    internal ActivityOptions ToActivityOptions(string summary, CancellationToken cancellationToken) => new()
    {
        StartToCloseTimeout = StartToCloseTimeout,
        ScheduleToCloseTimeout = ScheduleToCloseTimeout,
        HeartbeatTimeout = HeartbeatTimeout,
        RetryPolicy = RetryPolicy,
        TaskQueue = TaskQueue,
        Summary = summary,
        CancellationToken = cancellationToken,
    };
}
