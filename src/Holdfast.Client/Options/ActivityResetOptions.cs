using Holdfast.Protocol;

namespace Holdfast;

/// <summary>What else is reset with the attempts of activities.</summary>
public sealed record ActivityResetOptions
{
    /// <summary>The next attempts are spread over this time. Default: zero. At most 100 years.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>True to leave a pause as it is. Default: false, which ends it.</summary>
    public bool KeepPaused { get; init; }

    /// <summary>True to forget the details of heartbeats. Default: false.</summary>
    public bool ResetHeartbeat { get; init; }

    /// <summary>True to give back the options that the activities were scheduled with. Default: false.</summary>
    public bool RestoreOriginalOptions { get; init; }

    internal ActivityOperation Operation => new ActivityOperation.Reset(Jitter, KeepPaused, ResetHeartbeat, RestoreOriginalOptions);
}
