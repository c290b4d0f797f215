namespace Holdfast.Simulation;

/// <summary>What a node of a program does.</summary>
public enum ProgramOp
{
    /// <summary>Its children, one after the other.</summary>
    Sequence,

    /// <summary>Its children at the same time.</summary>
    Parallel,

    /// <summary>Counts by an activity, which fails so many times before.</summary>
    Count,

    /// <summary>An activity that fails for good; the failure is caught.</summary>
    FailingActivity,

    /// <summary>Sleeps so many milliseconds.</summary>
    Sleep,

    /// <summary>Has a signal sent to itself, and waits for it.</summary>
    Signal,

    /// <summary>Has an update sent to itself, whose handler counts, and waits for it.</summary>
    Update,

    /// <summary>A child workflow that runs its children in sequence.</summary>
    Child,

    /// <summary>A child workflow that runs its children in sequence and fails; the failure is caught.</summary>
    FailingChild,

    /// <summary>Random numbers and time decide how it goes on; either way it counts once.</summary>
    Compute,

    /// <summary>Starts a long timer and cancels it.</summary>
    CancelTimer,

    /// <summary>Starts an activity that never ends and cancels it.</summary>
    CancelActivity,

    /// <summary>Counts by a local activity, which fails so many times before.</summary>
    LocalCount,

    /// <summary>Counts by an activity that heartbeats how far it is, fails on the way, and goes on from there.</summary>
    HeartbeatCount,

    /// <summary>Counts by an activity that races with a timer, whichever wins.</summary>
    Race,

    /// <summary>Waits for a signal by name, or for time to pass; the signal comes from whoever started it.</summary>
    AwaitSignal,

    /// <summary>Starts a child, whose children are run after it was signalled, and signals it.</summary>
    SignalChild,

    /// <summary>Starts a child that never ends, and cancels it.</summary>
    CancelChild,

    /// <summary>Has an update sent to itself that its validator refuses.</summary>
    RefusedUpdate,

    /// <summary>Gives an activity a payload of so many bytes and gets it back.</summary>
    Payload,

    /// <summary>Counts by an activity that takes so many milliseconds.</summary>
    Linger,

    /// <summary>Sets a memo and a search attribute.</summary>
    Upsert,

    /// <summary>Goes on with its children as a new run; the last of a workflow.</summary>
    ContinueAsNew,

    /// <summary>Fails the workflow; the last of a workflow.</summary>
    Fail,
}
