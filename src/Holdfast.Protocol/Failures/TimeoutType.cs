namespace Holdfast.Protocol;

/// <summary>Which timeout passed. Numbers are Temporal's.</summary>
public enum TimeoutType
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>From start to completion of one attempt.</summary>
    StartToClose = 1,

    /// <summary>From scheduling to the start of an attempt.</summary>
    ScheduleToStart = 2,

    /// <summary>From scheduling to the end, over all attempts.</summary>
    ScheduleToClose = 3,

    /// <summary>Between two heartbeats.</summary>
    Heartbeat = 4,
}
