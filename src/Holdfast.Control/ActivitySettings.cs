namespace Holdfast.Control;

/// <summary>What is changed of an activity that a client started, and how; what is null or false is left as it is.</summary>
public sealed record ActivitySettings
{
    /// <summary>The next attempt of an activity that is unpaused or reset is put off by up to this time.</summary>
    public TimeSpan? Jitter { get; init; }

    /// <summary>True to forgive the attempts so far when it is unpaused.</summary>
    public bool ResetAttempts { get; init; }

    /// <summary>True to forget the details of heartbeats when it is unpaused or reset.</summary>
    public bool ResetHeartbeat { get; init; }

    /// <summary>True to leave a pause as it is when it is reset.</summary>
    public bool KeepPaused { get; init; }

    /// <summary>True to give back the options that it was started with.</summary>
    public bool RestoreOptions { get; init; }

    /// <summary>Where its next attempts wait.</summary>
    public string? TaskQueue { get; init; }

    /// <summary>Limit over all attempts.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for a worker.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Limit of one attempt.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>Attempts allowed; 0 for no limit.</summary>
    public int? MaximumAttempts { get; init; }

    /// <summary>Delay before the second attempt.</summary>
    public TimeSpan? RetryInitialInterval { get; init; }

    /// <summary>Longest delay between attempts.</summary>
    public TimeSpan? RetryMaximumInterval { get; init; }

    /// <summary>By how much each delay is longer than the one before.</summary>
    public double? RetryBackoffCoefficient { get; init; }
}
