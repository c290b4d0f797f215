namespace Holdfast.Protocol;

/// <summary>State of an activity that a client started. Numbers are Temporal's.</summary>
public enum ActivityExecutionStatus
{
    /// <summary>Open: it waits, runs, or waits for its next attempt.</summary>
    Running = 1,

    /// <summary>It gave a result.</summary>
    Completed = 2,

    /// <summary>It failed for good.</summary>
    Failed = 3,

    /// <summary>It was canceled.</summary>
    Canceled = 4,

    /// <summary>It was terminated.</summary>
    Terminated = 5,

    /// <summary>It timed out for good.</summary>
    TimedOut = 6,
}
