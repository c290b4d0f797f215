namespace Holdfast.Protocol;

/// <summary>Why an activity attempt is told to stop.</summary>
public enum ActivityCancelReason
{
    /// <summary>The workflow asked to cancel it.</summary>
    CancelRequested = 1,

    /// <summary>A timeout of the attempt or the activity passed.</summary>
    TimedOut = 2,

    /// <summary>The run is closed.</summary>
    RunClosed = 3,

    /// <summary>The worker is stopping.</summary>
    WorkerShutdown = 4,

    /// <summary>The activity, or its run, was paused. The attempt that ends now is followed by another when it is unpaused.</summary>
    Paused = 5,

    /// <summary>The activity was reset: its attempts are counted anew from the next on.</summary>
    Reset = 6,
}
