namespace Holdfast.Protocol;

/// <summary>Types of transition; the numbers are part of the binary encoding.</summary>
public enum TransitionType
{
    /// <summary><see cref="ActivityAttemptStarted"/>.</summary>
    ActivityAttemptStarted = 1,

    /// <summary><see cref="ActivityAttemptFailed"/>.</summary>
    ActivityAttemptFailed = 2,

    /// <summary><see cref="ActivityHeartbeatRecorded"/>.</summary>
    ActivityHeartbeatRecorded = 3,

    /// <summary><see cref="WorkflowTaskAttemptFailed"/>.</summary>
    WorkflowTaskAttemptFailed = 4,

    /// <summary><see cref="ParentNotified"/>.</summary>
    ParentNotified = 5,

    /// <summary><see cref="EventBuffered"/>.</summary>
    EventBuffered = 6,

    /// <summary><see cref="ActivityAttemptHandedOver"/>.</summary>
    ActivityAttemptHandedOver = 10,

    /// <summary><see cref="ActivityPaused"/>.</summary>
    ActivityPaused = 11,

    /// <summary><see cref="ActivityUnpaused"/>.</summary>
    ActivityUnpaused = 12,

    /// <summary><see cref="ActivityReset"/>.</summary>
    ActivityReset = 13,

    /// <summary><see cref="ActivityOptionsUpdated"/>.</summary>
    ActivityOptionsUpdated = 14,

    /// <summary><see cref="RequestNoted"/>.</summary>
    RequestNoted = 15,

    /// <summary><see cref="RunBranched"/>.</summary>
    RunBranched = 20,

    /// <summary><see cref="RunSuperseded"/>.</summary>
    RunSuperseded = 21,

    /// <summary><see cref="StartPermitAwaited"/>.</summary>
    StartPermitAwaited = 30,
}
