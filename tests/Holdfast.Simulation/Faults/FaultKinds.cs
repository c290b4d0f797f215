namespace Holdfast.Simulation;

/// <summary>What can go wrong in a world. The names are part of a scenario's text.</summary>
[Flags]
internal enum FaultKinds
{
    None = 0,

    /// <summary>Power fails: unflushed sectors are lost, torn, reordered.</summary>
    PowerFails = 1 << 0,

    /// <summary>The process ends; the machine goes on.</summary>
    ProcessEnds = 1 << 1,

    /// <summary>A write fails half-way.</summary>
    WriteFails = 1 << 2,

    /// <summary>A flush fails.</summary>
    FlushFails = 1 << 3,

    /// <summary>A settlement fails.</summary>
    SettlementFails = 1 << 4,

    /// <summary>Workflow code holds its thread too long.</summary>
    SlowWorkflows = 1 << 5,

    /// <summary>Time passes although something could go on.</summary>
    Delays = 1 << 6,

    /// <summary>The disk is full for a while.</summary>
    DiskFull = 1 << 7,

    /// <summary>The disk takes its time, for each write or for a while in which nothing is written; whoever waits that long may be ended.</summary>
    SlowDisk = 1 << 8,

    /// <summary>A bit of an old segment turns over, and the process has to start on it.</summary>
    BitRot = 1 << 9,

    /// <summary>The machine's clock is set: forward at any time, back when the process starts.</summary>
    ClockJumps = 1 << 10,

    /// <summary>A worker dies with all that it was doing; the engine goes on.</summary>
    WorkerDies = 1 << 11,

    /// <summary>Workers forget every run that they had in memory.</summary>
    Eviction = 1 << 12,

    /// <summary>Workers with newer workflow code take the place of those that are there.</summary>
    Deployment = 1 << 13,

    /// <summary>Messages between nodes are lost.</summary>
    MessagesLost = 1 << 14,

    /// <summary>The settled store answers late.</summary>
    SlowStore = 1 << 15,

    /// <summary>Messages between nodes come late.</summary>
    MessagesLate = 1 << 16,

    /// <summary>Messages between nodes come twice.</summary>
    MessagesDoubled = 1 << 17,

    /// <summary>Messages overtake one another on the same way.</summary>
    MessagesReordered = 1 << 18,

    /// <summary>Ways between nodes are cut for a while, in one direction or both; what is sent meanwhile arrives afterwards.</summary>
    Partitions = 1 << 19,

    /// <summary>A host stops for a while, and goes on as if no time had passed.</summary>
    HostStops = 1 << 20,

    /// <summary>A folder's engine is started on another host, because its process has died, or is believed to.</summary>
    Moves = 1 << 21,

    /// <summary>A folder's lock is given away while its process lives, and without its noticing.</summary>
    LocksLost = 1 << 22,

    /// <summary>A process ends in the middle of its start, between two changes of the disk; the machine goes on, and starts it again.</summary>
    StartsEnd = 1 << 23,
}
