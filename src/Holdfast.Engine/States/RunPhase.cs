namespace Holdfast.Engine;

/// <summary>Where a run is in its life.</summary>
public enum RunPhase
{
    /// <summary>It has no history.</summary>
    NotStarted = 0,

    /// <summary>It has begun and not ended.</summary>
    Open = 1,

    /// <summary>It has ended.</summary>
    Closed = 2,
}
