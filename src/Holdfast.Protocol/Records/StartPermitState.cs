namespace Holdfast.Protocol;

/// <summary>Where a run stands with the limits on starts.</summary>
public enum StartPermitState
{
    /// <summary>No limit counts it.</summary>
    NotNeeded = 0,

    /// <summary>It will need a permit: its delay has not passed, or it is paused.</summary>
    Expected = 1,

    /// <summary>It waits for a permit.</summary>
    Awaited = 2,

    /// <summary>It has one until it closes.</summary>
    Held = 3,
}
