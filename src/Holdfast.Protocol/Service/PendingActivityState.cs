namespace Holdfast.Protocol;

/// <summary>State of a pending activity. Numbers are Temporal's.</summary>
public enum PendingActivityState
{
    /// <summary>Waiting for a worker or for the next attempt's time.</summary>
    Scheduled = 1,

    /// <summary>A worker is at it.</summary>
    Started = 2,

    /// <summary>A worker is at it and cancellation was requested.</summary>
    CancelRequested = 3,

    /// <summary>Paused; no worker is at it.</summary>
    Paused = 4,

    /// <summary>Paused, and a worker is still at it.</summary>
    PauseRequested = 5,
}
