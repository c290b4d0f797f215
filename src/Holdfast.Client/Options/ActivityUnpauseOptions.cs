using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How paused activities go on.</summary>
public sealed record ActivityUnpauseOptions
{
    /// <summary>The next attempts are spread over this time, so that what was down is not overrun. Default: zero. At most 100 years.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>True to forgive the attempts so far: the retry policy counts anew. Default: false.</summary>
    public bool ResetAttempts { get; init; }

    /// <summary>True to forget the details of heartbeats. Default: false.</summary>
    public bool ResetHeartbeat { get; init; }

    internal ActivityOperation Operation => new ActivityOperation.Unpause(Jitter, ResetAttempts, ResetHeartbeat);
}
