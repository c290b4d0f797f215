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
}
