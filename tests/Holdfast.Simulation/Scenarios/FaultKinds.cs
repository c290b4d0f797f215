namespace Holdfast.Simulation;

/// <summary>What can go wrong in a world.</summary>
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
}
